extension Migration {
    /// Incidents as the incident systems hold them (I1). One by nobody known has no customer. While it is a draft or
    /// submitted its system may change it; once final it stands.
    static let schema3 = """
        CREATE TABLE incidents (
            number TEXT PRIMARY KEY NOT NULL CHECK (number <> ''),
            system TEXT NOT NULL CHECK (system IN ('CIMS', 'CIRT')),
            customer INTEGER REFERENCES customers (id),
            occurred_at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            site TEXT,
            severity TEXT NOT NULL CHECK (severity IN ('low', 'moderate', 'serious')),
            status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'final')),
            plan TEXT REFERENCES plans (id),
            summary TEXT NOT NULL,
            recorded_by TEXT NOT NULL COLLATE NOCASE CHECK (recorded_by <> ''),
            CHECK (occurred_at <= recorded_at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX incidents_of_customer ON incidents (customer, occurred_at);

        CREATE TABLE incident_behaviours (
            incident TEXT NOT NULL REFERENCES incidents (number),
            position INTEGER NOT NULL,
            behaviour TEXT NOT NULL CHECK (behaviour IN (
                'assault-weapon-actual', 'assault-weapon-attempted', 'assault-weapon-threat',
                'assault-no-weapon-actual', 'assault-no-weapon-attempted', 'assault-no-weapon-threat',
                'assault-bodily-fluids-actual', 'assault-bodily-fluids-attempted', 'assault-bodily-fluids-threat',
                'stalking-actual', 'abuse-verbal-actual', 'health-and-safety-actual')),
            PRIMARY KEY (incident, position),
            UNIQUE (incident, behaviour)
        ) STRICT, WITHOUT ROWID;

        -- Each author finds at the start what became of their reports.
        CREATE INDEX contact_reports_of_author ON contact_reports (author, written_at);

        CREATE TRIGGER incidents_final BEFORE UPDATE ON incidents WHEN OLD.status = 'final'
        BEGIN SELECT RAISE(ABORT, 'a final incident is never changed'); END;
        CREATE TRIGGER incidents_undeleted BEFORE DELETE ON incidents
        BEGIN SELECT RAISE(ABORT, 'an incident is never deleted'); END;
        """
}

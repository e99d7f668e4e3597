extension Migration {
    /// Instants are seconds since 1970 in Greenwich, days are `2026-03-04`; lists of codes are parted by `;`.
    static let schema1 = """
        CREATE TABLE register_info (
            only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
            practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
            made_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE staff (
            logon TEXT PRIMARY KEY COLLATE NOCASE CHECK (logon <> '') NOT NULL,
            os_user TEXT UNIQUE CHECK (os_user <> ''),
            given_name TEXT NOT NULL,
            surname TEXT NOT NULL,
            position TEXT NOT NULL,
            site TEXT,
            zone TEXT,
            access TEXT NOT NULL CHECK (access IN ('none', 'manager', 'delegate', 'psManager', 'capt', 'admin')),
            email TEXT,
            phone TEXT,
            level TEXT
        ) STRICT;

        CREATE TABLE sites (
            folded TEXT PRIMARY KEY NOT NULL CHECK (folded <> ''),
            name TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('serviceCentre', 'smartCentre', 'office')),
            state TEXT NOT NULL CHECK (state IN ('nsw', 'vic', 'qld', 'sa', 'wa', 'tas', 'act', 'nt')),
            time_zone TEXT NOT NULL,
            zone TEXT NOT NULL,
            opens INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1440),
            closes INTEGER NOT NULL CHECK (closes BETWEEN 0 AND 1440),
            CHECK (opens < closes)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE holidays (
            state TEXT NOT NULL CHECK (state IN ('nsw', 'vic', 'qld', 'sa', 'wa', 'tas', 'act', 'nt')),
            day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
            name TEXT NOT NULL,
            PRIMARY KEY (state, day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE customers (
            id INTEGER PRIMARY KEY,
            external_id TEXT NOT NULL UNIQUE CHECK (external_id <> ''),
            given_name TEXT NOT NULL,
            surname TEXT NOT NULL,
            other_names TEXT NOT NULL,
            preferred_name TEXT NOT NULL,
            date_of_birth TEXT CHECK (date_of_birth GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
            crn TEXT,
            medicare_number TEXT,
            csid TEXT,
            phone_mobile TEXT,
            phone_home TEXT,
            email TEXT,
            address_line1 TEXT,
            address_line2 TEXT,
            suburb TEXT,
            postcode TEXT,
            state TEXT CHECK (state IN ('nsw', 'vic', 'qld', 'sa', 'wa', 'tas', 'act', 'nt')),
            brands TEXT NOT NULL,
            interpreter_language TEXT,
            indicators TEXT NOT NULL,
            CHECK (given_name <> '' OR surname <> '')
        ) STRICT;

        -- Two people may bear one number: whoever asks is told of both.
        CREATE TABLE customer_numbers (
            number TEXT NOT NULL CHECK (number <> ''),
            customer INTEGER NOT NULL REFERENCES customers (id),
            PRIMARY KEY (number, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE search_keys (
            key TEXT NOT NULL CHECK (key <> ''),
            customer INTEGER NOT NULL REFERENCES customers (id),
            PRIMARY KEY (key, customer)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX search_keys_of_customer ON search_keys (customer, key);

        CREATE TABLE plans (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
            customer INTEGER NOT NULL REFERENCES customers (id),
            kind TEXT NOT NULL CHECK (kind IN ('reactive', 'proactive')),
            status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'active', 'rejected', 'removed')),
            start_day TEXT NOT NULL CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
            end_day TEXT NOT NULL CHECK (end_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
            zone TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('nsw', 'vic', 'qld', 'sa', 'wa', 'tas', 'act', 'nt')),
            system TEXT NOT NULL CHECK (system IN ('CIMS', 'CIRT')),
            brands TEXT NOT NULL,
            management TEXT NOT NULL CHECK (management IN ('zone', 'ps')),
            safety_alert INTEGER NOT NULL CHECK (safety_alert IN (0, 1)),
            notification_alert INTEGER NOT NULL CHECK (notification_alert IN (0, 1)),
            customer_informed TEXT,
            provider INTEGER NOT NULL CHECK (provider IN (0, 1)),
            CHECK (start_day <= end_day)
        ) STRICT;
        CREATE INDEX plans_of_customer ON plans (customer, start_day);
        CREATE INDEX plans_by_reference ON plans (upper(replace(replace(id, '-', ''), ' ', '')));

        -- One row for the channel, with brand '', and one for each brand that differs (R2).
        CREATE TABLE restrictions (
            plan TEXT NOT NULL REFERENCES plans (id),
            channel TEXT NOT NULL CHECK (channel IN ('faceToFace', 'phone', 'writing')),
            brand TEXT NOT NULL CHECK (brand IN ('', 'centrelink', 'medicarePublic', 'medicareProvider', 'childSupport')),
            level TEXT NOT NULL CHECK (level IN ('available', 'partial', 'full')),
            note TEXT NOT NULL,
            includes_omc INTEGER CHECK (includes_omc IN (0, 1)),
            terms TEXT NOT NULL CHECK (json_valid(terms) AND json_type(terms) = 'array'),
            PRIMARY KEY (plan, channel, brand),
            CHECK (brand <> '' OR includes_omc IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        -- Logons are kept as the source gave them, known here or not: a plan without its people is the greater danger.
        CREATE TABLE plan_people (
            plan TEXT NOT NULL REFERENCES plans (id),
            part TEXT NOT NULL CHECK (part IN ('omc', 'backup', 'psso', 'employeeResponsible', 'approver')),
            logon TEXT NOT NULL COLLATE NOCASE CHECK (logon <> ''),
            PRIMARY KEY (plan, part)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE variations (
            plan TEXT NOT NULL REFERENCES plans (id),
            position INTEGER NOT NULL,
            channel TEXT NOT NULL CHECK (channel IN ('faceToFace', 'phone', 'writing')),
            site TEXT,
            from_instant INTEGER NOT NULL,
            to_instant INTEGER NOT NULL,
            approved_by TEXT COLLATE NOCASE,
            PRIMARY KEY (plan, position),
            CHECK (from_instant < to_instant)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE appointments (
            plan TEXT NOT NULL REFERENCES plans (id),
            position INTEGER NOT NULL,
            site TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (plan, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE representatives (
            plan TEXT NOT NULL REFERENCES plans (id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('nominee', 'ppe', 'ppu', 'powerOfAttorney')),
            customer INTEGER REFERENCES customers (id),
            PRIMARY KEY (plan, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE plan_flags (
            plan TEXT NOT NULL REFERENCES plans (id),
            position INTEGER NOT NULL,
            words TEXT NOT NULL,
            PRIMARY KEY (plan, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            customer INTEGER NOT NULL REFERENCES customers (id),
            plan TEXT REFERENCES plans (id),
            channel TEXT NOT NULL CHECK (channel IN ('faceToFace', 'phone', 'writing')),
            site TEXT,
            occurred_at INTEGER NOT NULL,
            smart_centre INTEGER NOT NULL CHECK (smart_centre IN (0, 1)),
            refused INTEGER NOT NULL CHECK (refused IN (0, 1)),
            staff TEXT COLLATE NOCASE,
            verdict TEXT CHECK (verdict IN ('in-line', 'not-in-line', 'ask')),
            outcome TEXT,
            imported INTEGER NOT NULL CHECK (imported IN (0, 1))
        ) STRICT;
        CREATE INDEX contacts_of_customer ON contacts (customer, occurred_at);
        -- A second import of one file brings each contact again; two that were logged here are two, whatever the second.
        CREATE UNIQUE INDEX contacts_imported
            ON contacts (customer, channel, occurred_at, ifnull(site, ''), smart_centre, refused) WHERE imported = 1;

        CREATE TABLE contact_reports (
            id INTEGER PRIMARY KEY,
            customer INTEGER NOT NULL REFERENCES customers (id),
            plan TEXT REFERENCES plans (id),
            type TEXT NOT NULL,
            fields TEXT NOT NULL CHECK (json_valid(fields) AND json_type(fields) = 'object'),
            trail TEXT NOT NULL CHECK (json_valid(trail) AND json_type(trail) = 'array'),
            author TEXT NOT NULL COLLATE NOCASE,
            written_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX contact_reports_of_customer ON contact_reports (customer);

        CREATE TABLE notes (
            id INTEGER PRIMARY KEY,
            customer INTEGER NOT NULL REFERENCES customers (id),
            plan TEXT REFERENCES plans (id),
            type TEXT NOT NULL,
            fields TEXT NOT NULL CHECK (json_valid(fields) AND json_type(fields) = 'object'),
            trail TEXT NOT NULL CHECK (json_valid(trail) AND json_type(trail) = 'array'),
            author TEXT NOT NULL COLLATE NOCASE,
            written_at INTEGER NOT NULL,
            recorded_by TEXT NOT NULL COLLATE NOCASE,
            recorded_at INTEGER NOT NULL,
            report INTEGER UNIQUE REFERENCES contact_reports (id)
        ) STRICT;
        CREATE INDEX notes_of_customer ON notes (customer, written_at);

        CREATE TABLE note_removals (
            note INTEGER PRIMARY KEY REFERENCES notes (id),
            reason TEXT NOT NULL CHECK (reason IN ('privacy', 'wrong-customer', 'language')),
            why TEXT NOT NULL CHECK (trim(why) <> ''),
            removed_by TEXT NOT NULL COLLATE NOCASE,
            removed_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE report_recordings (
            report INTEGER PRIMARY KEY REFERENCES contact_reports (id),
            note INTEGER NOT NULL UNIQUE REFERENCES notes (id),
            recorded_by TEXT NOT NULL COLLATE NOCASE,
            recorded_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE report_returns (
            report INTEGER PRIMARY KEY REFERENCES contact_reports (id),
            reason TEXT NOT NULL CHECK (trim(reason) <> ''),
            returned_by TEXT NOT NULL COLLATE NOCASE,
            returned_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE drafts (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
            customer INTEGER NOT NULL REFERENCES customers (id),
            author TEXT NOT NULL COLLATE NOCASE,
            type TEXT NOT NULL,
            fields TEXT NOT NULL CHECK (json_valid(fields) AND json_type(fields) = 'object'),
            trail TEXT NOT NULL CHECK (json_valid(trail) AND json_type(trail) = 'array'),
            began_at INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            contact TEXT CHECK (contact IS NULL OR json_valid(contact)),
            notify TEXT CHECK (notify IS NULL OR json_valid(notify)),
            returned TEXT CHECK (returned IS NULL OR json_valid(returned))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX drafts_of_author ON drafts (author, saved_at);

        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY,
            plan TEXT NOT NULL REFERENCES plans (id),
            role TEXT NOT NULL CHECK (role IN ('omc', 'backup', 'psso', 'employee-responsible')),
            recipient TEXT COLLATE NOCASE,
            author TEXT NOT NULL COLLATE NOCASE,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            message_id TEXT NOT NULL UNIQUE CHECK (message_id <> ''),
            written_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            next_at INTEGER NOT NULL,
            busy_until INTEGER,
            failure TEXT,
            sent_at INTEGER
        ) STRICT;
        CREATE INDEX outbox_waiting ON outbox (id) WHERE sent_at IS NULL;
        CREATE TRIGGER outbox_words
        BEFORE UPDATE OF id, plan, role, recipient, author, subject, body, message_id, written_at ON outbox
        BEGIN SELECT RAISE(ABORT, 'what a mail says is never changed'); END;
        CREATE TRIGGER outbox_sent BEFORE UPDATE ON outbox WHEN OLD.sent_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a mail that was sent is never changed'); END;
        CREATE TRIGGER outbox_undeleted BEFORE DELETE ON outbox
        BEGIN SELECT RAISE(ABORT, 'a mail is never deleted'); END;

        CREATE TABLE audit (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            staff TEXT NOT NULL,
            act TEXT NOT NULL CHECK (act <> ''),
            customer INTEGER REFERENCES customers (id),
            detail TEXT NOT NULL,
            previous TEXT NOT NULL CHECK (length(previous) = 64),
            hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
        ) STRICT;
        CREATE INDEX audit_of_customer ON audit (customer, number);

        CREATE TRIGGER audit_follows BEFORE INSERT ON audit
        WHEN NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM audit)
            OR NEW.previous <> ifnull(
                (SELECT hash FROM audit ORDER BY number DESC LIMIT 1),
                '\(String(repeating: "0", count: 64))')
        BEGIN SELECT RAISE(ABORT, 'an audit entry must follow the one before it'); END;

        """ + appendOnly.map(triggers).joined()

    private static let appendOnly = [
        ("register_info", "what a register is"),
        ("contacts", "a contact"),
        ("contact_reports", "a contact report"),
        ("report_recordings", "the recording of a report"),
        ("report_returns", "the return of a report"),
        ("notes", "a note"),
        ("note_removals", "the removal of a note"),
        ("audit", "an audit entry"),
    ]

    private static func triggers(table: String, words: String) -> String {
        """
        CREATE TRIGGER \(table)_unchanged BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(words) is never changed'); END;
        CREATE TRIGGER \(table)_undeleted BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(words) is never deleted'); END;

        """
    }
}

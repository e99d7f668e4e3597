extension Migration {
    /// Runs of procedures. The texts that a run began with are kept once for all runs that began with them, by their
    /// digest.
    static let schema4 = """
        CREATE TABLE guide_texts (
            digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
            texts TEXT NOT NULL CHECK (json_valid(texts))
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER guide_texts_fixed BEFORE UPDATE ON guide_texts
        BEGIN SELECT RAISE(ABORT, 'the text that a run began with is never changed'); END;

        CREATE TABLE guide_runs (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
            procedure TEXT NOT NULL CHECK (procedure <> ''),
            title TEXT NOT NULL,
            version TEXT NOT NULL,
            texts TEXT NOT NULL REFERENCES guide_texts (digest),
            customer INTEGER REFERENCES customers (id),
            begun_by TEXT NOT NULL COLLATE NOCASE CHECK (begun_by <> ''),
            begun_at INTEGER NOT NULL,
            answers TEXT NOT NULL CHECK (json_valid(answers)),
            pending TEXT CHECK (json_valid(pending)),
            facts TEXT NOT NULL CHECK (json_valid(facts)),
            saved_by TEXT NOT NULL COLLATE NOCASE CHECK (saved_by <> ''),
            saved_at INTEGER NOT NULL,
            awaiting TEXT,
            held_until INTEGER,
            outcome TEXT,
            outcome_title TEXT,
            ended_at INTEGER,
            CHECK (begun_at <= saved_at),
            CHECK ((outcome IS NULL) = (ended_at IS NULL) AND (outcome IS NULL) = (outcome_title IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX guide_runs_of_customer ON guide_runs (customer, saved_at);
        CREATE INDEX guide_runs_open ON guide_runs (saved_by, saved_at) WHERE ended_at IS NULL;
        CREATE INDEX guide_runs_of_procedure ON guide_runs (procedure, begun_at);

        CREATE TRIGGER guide_runs_ended BEFORE UPDATE ON guide_runs WHEN OLD.ended_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a run that has ended is never changed'); END;
        CREATE TRIGGER guide_runs_kept BEFORE DELETE ON guide_runs WHEN OLD.ended_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a run that has ended is never deleted'); END;
        """
}

extension Migration {
    /// The index by which people are found: see ``SearchIndex`` for how it is kept and ``CandidateSearch`` for how it
    /// is asked. `born` is `19800403` as a number, 0 when not known; word 0 is no word.
    ///
    /// Everything here follows from `customers`, so it refers to it without foreign keys, which would cost a look-up
    /// for each of some fifteen rows a person.
    static let schema2 = """
        DROP TABLE search_keys;
        DROP TABLE customer_numbers;

        CREATE TABLE words (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            text TEXT NOT NULL UNIQUE CHECK (text <> ''),
            given INTEGER NOT NULL CHECK (given >= 0),
            surname INTEGER NOT NULL CHECK (surname >= 0),
            place INTEGER NOT NULL CHECK (place >= 0)
        ) STRICT;

        CREATE TABLE near_words (
            key INTEGER NOT NULL,
            word INTEGER NOT NULL REFERENCES words (id),
            PRIMARY KEY (key, word)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE people_by_name (
            surname INTEGER NOT NULL, given INTEGER NOT NULL, born INTEGER NOT NULL, customer INTEGER NOT NULL,
            PRIMARY KEY (surname, given, born, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE people_by_given (
            given INTEGER NOT NULL, born INTEGER NOT NULL, customer INTEGER NOT NULL,
            PRIMARY KEY (given, born, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE people_by_birth (
            born INTEGER NOT NULL, surname INTEGER NOT NULL, given INTEGER NOT NULL, customer INTEGER NOT NULL,
            PRIMARY KEY (born, surname, given, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE people_by_place (
            place INTEGER NOT NULL, surname INTEGER NOT NULL, given INTEGER NOT NULL, customer INTEGER NOT NULL,
            PRIMARY KEY (place, surname, given, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE people_by_number (
            code INTEGER NOT NULL, customer INTEGER NOT NULL,
            PRIMARY KEY (code, customer)
        ) STRICT, WITHOUT ROWID;

        -- Customers up to the one named here are in the index; those after it wait for the building to go on.
        CREATE TABLE search_index (
            only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
            people INTEGER NOT NULL CHECK (people >= 0),
            indexed_to INTEGER NOT NULL,
            is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1))
        ) STRICT;
        INSERT INTO search_index SELECT 1, 0, 0, NOT EXISTS (SELECT 1 FROM customers);
        """
}

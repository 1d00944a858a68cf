-- Who speaks for a country or union?
SELECT person FROM side WHERE code = :code

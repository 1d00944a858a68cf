-- For which country or union does everybody speak of whom that is known?
SELECT person, code FROM side

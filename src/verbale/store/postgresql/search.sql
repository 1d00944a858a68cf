-- What PostgreSQL has in the place of functions and search indices of SQLite. Made once, when the record is made.
--
-- Words are taken apart as FTS5's tokenizer unicode61 does: letters and digits of any alphabet in small letters, without the
-- accents of Latin letters. So both stores find the same.

-- The numbers of a JSON list.
CREATE FUNCTION numbers_of(list text) RETURNS TABLE (value bigint) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT CAST(one AS bigint) FROM json_array_elements_text(CAST(list AS json)) AS one;
END;

-- The texts of a JSON list.
CREATE FUNCTION words_of(list text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT one FROM json_array_elements_text(CAST(list AS json)) AS one;
END;

-- ------------------------------------------------------------------------------------------------ names

-- The words of a name in small letters without accents, one space apart; as `folded` in store/search.py.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  bare text := lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]+', '', 'g') COLLATE "und-x-icu");
BEGIN
  RETURN btrim(regexp_replace(replace(replace(bare, 'ß', 'ss'), 'ς', 'σ') COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g'));
END
$$;

-- How a name looks in which each word of `wanted` begins a word.
CREATE FUNCTION beginnings(wanted text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg('% ' || word || '%') FROM unnest(string_to_array(folded(wanted), ' ')) AS word;
END;

-- Whether each word of `wanted` begins a word of `name`; as `named` in store/search.py.
CREATE FUNCTION named(name text, wanted text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(' ' || folded(coalesce(name, '')) LIKE ALL (beginnings(wanted)), false);

-- ------------------------------------------------------------------------------------------------ words

-- The words of a text, one space apart.
CREATE FUNCTION tokens(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  bare text := lower(regexp_replace(words, '[\u0300-\u0331]+', '', 'g') COLLATE "und-x-icu");
BEGIN
  IF bare ~ '[\u00c0-\u024f\u1e00-\u1eff]' THEN
    bare := normalize(regexp_replace(normalize(bare, NFD), '([a-z])[\u0300-\u036f]+', '\1', 'g'), NFC);
  END IF;
  RETURN btrim(regexp_replace(
    replace(bare, 'ς', 'σ') COLLATE "und-x-icu",
    '[^[:alnum:]²³¹¼-¾\u2070-\u2079\u2080-\u2089\u2150-\u218b\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]+', ' ', 'g'
  ));
END
$$;

-- The different words of a text, for the index. It holds a megabyte of them and 255 characters of each.
CREATE FUNCTION lexemes(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN length(words) < 250000
  THEN array_to_tsvector(string_to_array(regexp_replace(tokens(words), '([^ ]{255})[^ ]+', '\1', 'g'), ' '))
  ELSE (
    SELECT array_to_tsvector(array_agg(word)) FROM (
      SELECT word, sum(octet_length(word)) OVER (ORDER BY place) AS bytes FROM (
        SELECT left(word, 255) AS word, min(place) AS place
        FROM unnest(string_to_array(tokens(words), ' ')) WITH ORDINALITY AS all_words (word, place) GROUP BY left(word, 255)
      ) AS different
    ) AS counted WHERE bytes < 1000000
  )
END;

-- What is sought, taken apart: the words of each phrase, and whether the last of them is the beginning of a word.
CREATE FUNCTION phrases(about text) RETURNS TABLE (words text, beginning boolean) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 3
BEGIN ATOMIC
  SELECT tokens(found[1]), found[2] = '*'
  FROM regexp_matches(about, '"([^"]*)"(\*?)', 'g') AS found
  WHERE tokens(found[1]) <> '';
END;

-- What is sought, for the index: all words. Null where there are none, and then nothing is found.
CREATE FUNCTION sought(about text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CAST(string_agg('''' || left(word, 255) || CASE WHEN beginning AND place = last THEN ''':*' ELSE '''' END, ' & ') AS tsquery)
  FROM phrases(about)
  CROSS JOIN LATERAL (
    SELECT word, place, max(place) OVER () AS last FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS one (word, place)
  ) AS each;
END;

-- How words look in which each phrase of several words stands; the index knows nothing of what follows what.
CREATE FUNCTION following(about text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(array_agg('% ' || words || CASE WHEN beginning THEN '%' ELSE ' %' END), '{}')
  FROM phrases(about) WHERE words LIKE '% %';
END;

CREATE INDEX statement_words ON statement USING gin (lexemes(content));
CREATE INDEX settled_words ON settled USING gin (lexemes(content));
CREATE INDEX article_words ON article USING gin (lexemes(coalesce(title, '') || ' ' || text));

-- The statements with all that is sought in their contents.
CREATE FUNCTION statement_found(about text) RETURNS TABLE (number bigint) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT statement.number FROM statement
  WHERE lexemes(statement.content) @@ sought(about)
    AND (following(about) = '{}' OR ' ' || tokens(statement.content) || ' ' LIKE ALL (following(about)));
END;

-- The statements with all that is sought in the words that people put in the place of their contents.
CREATE FUNCTION settled_found(about text) RETURNS TABLE (number bigint) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT settled.statement FROM settled
  WHERE lexemes(settled.content) @@ sought(about)
    AND (following(about) = '{}' OR ' ' || tokens(settled.content) || ' ' LIKE ALL (following(about)));
END;

-- The articles with all that is sought in their titles and texts.
CREATE FUNCTION article_found(about text) RETURNS TABLE (number bigint) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT article.number FROM article
  WHERE lexemes(coalesce(article.title, '') || ' ' || article.text) @@ sought(about)
    AND (
      following(about) = '{}'
      OR ' ' || tokens(coalesce(article.title, '')) || ' | ' || tokens(article.text) || ' ' LIKE ALL (following(about))
    );
END;

-- ------------------------------------------------------------------------------------------------ what was found, shown

-- The text with each phrase that was sought between two signs. With `most`, only so many words of it around the first one.
CREATE FUNCTION marked(whole text, about text, opening text, shutting text, most bigint DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH
    piece AS MATERIALIZED (
      SELECT n, part[1] AS gap, part[2] AS raw, tokens(part[2]) AS word
      FROM regexp_matches(
        whole COLLATE "und-x-icu", '([^[:alnum:]\u0300-\u0331]*)([[:alnum:]\u0300-\u0331]+|$)', 'g'
      ) WITH ORDINALITY AS found (part, n)
    ),
    phrase AS MATERIALIZED (
      SELECT words, beginning, string_to_array(words, ' ') AS list, cardinality(string_to_array(words, ' ')) AS many
      FROM phrases(about)
    ),
    hit AS MATERIALIZED (
      SELECT piece.n AS first, piece.n + phrase.many - 1 AS last
      FROM piece JOIN phrase ON piece.word = phrase.list[1] OR (phrase.beginning AND starts_with(piece.word, phrase.list[1]))
      WHERE (
        SELECT string_agg(next.word, ' ' ORDER BY next.n) FROM piece AS next
        WHERE next.n BETWEEN piece.n AND piece.n + phrase.many - 1
      ) LIKE phrase.words || CASE WHEN phrase.beginning THEN '%' ELSE '' END
    ),
    shown AS (
      SELECT from_n, from_n + coalesce(most, total) - 1 AS to_n, total
      FROM (SELECT max(n) AS total FROM piece) AS all_pieces
      CROSS JOIN LATERAL (
        SELECT coalesce(greatest(1, least((SELECT min(first) FROM hit) - most / 2 + 1, total - most + 1)), 1) AS from_n
      ) AS beginning
    )
  SELECT CASE WHEN min(from_n) > 1 THEN '…' ELSE '' END || string_agg(
    CASE WHEN n = from_n AND n > 1 THEN '' ELSE gap END
    || CASE WHEN EXISTS (SELECT FROM hit WHERE first = n) AND NOT EXISTS (SELECT FROM hit WHERE first < n AND last >= n) THEN opening ELSE '' END
    || raw
    || CASE WHEN EXISTS (SELECT FROM hit WHERE last = n) AND NOT EXISTS (SELECT FROM hit WHERE first <= n AND last > n) THEN shutting ELSE '' END,
    '' ORDER BY n
  ) || CASE WHEN min(to_n) < min(total) THEN '…' ELSE '' END
  FROM piece CROSS JOIN shown
  WHERE n BETWEEN from_n AND to_n;
END;

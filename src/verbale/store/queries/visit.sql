-- What a site said of a page when it was read last.
SELECT etag, modified FROM visit WHERE url = :url

-- One article, with its whole text.
INSERT INTO article (
  id, sha256, path, url, outlet, title, author, language, published, published_basis, dateline_start, dateline_stop,
  dateline_place, dateline_date, dateline_agency, agencies, text, added, reader, dates
) VALUES (
  :id, :sha256, :path, :url, :outlet, :title, :author, :language, :published, :published_basis, :dateline_start, :dateline_stop,
  :dateline_place, :dateline_date, :dateline_agency, :agencies, :text, :added, :reader, :dates
)

BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0007');
CREATE TABLE article_topics (
	article_key INTEGER NOT NULL, 
	topic_key INTEGER NOT NULL, 
	sorted_at DATETIME NOT NULL, 
	CONSTRAINT pk_article_topics PRIMARY KEY (article_key, topic_key), 
	CONSTRAINT fk_article_topics_article_key FOREIGN KEY(article_key) REFERENCES articles (article_key), 
	CONSTRAINT fk_article_topics_topic_key FOREIGN KEY(topic_key) REFERENCES topics (topic_key)
)
 WITHOUT ROWID

;
INSERT INTO "article_topics" VALUES(1,1,'2026-01-31 21:00:00.000000');
CREATE TABLE article_urls (
	article_url_key INTEGER NOT NULL, 
	url VARCHAR NOT NULL, 
	article_key INTEGER NOT NULL, 
	canonical BOOLEAN NOT NULL, 
	CONSTRAINT pk_article_urls PRIMARY KEY (article_url_key), 
	CONSTRAINT fk_article_urls_article_key FOREIGN KEY(article_key) REFERENCES articles (article_key), 
	CONSTRAINT uq_article_urls_url UNIQUE (url)
);
INSERT INTO "article_urls" VALUES(1,'https://example.org/a',1,1);
INSERT INTO "article_urls" VALUES(2,'https://example.org/b',2,1);
INSERT INTO "article_urls" VALUES(3,'https://example.org/b2',2,0);
CREATE TABLE articles (
	article_key INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	publisher VARCHAR NOT NULL, 
	newest_number INTEGER NOT NULL, 
	deleted BOOLEAN NOT NULL, 
	first_stored_at DATETIME NOT NULL, 
	sorted_at DATETIME NOT NULL, 
	CONSTRAINT pk_articles PRIMARY KEY (article_key), 
	CONSTRAINT uq_articles_id UNIQUE (id)
);
INSERT INTO "articles" VALUES(1,'tag:example.org,2026:/a','gazette',2,0,'2026-01-31 22:00:00.000000','2026-01-31 21:00:00.000000');
INSERT INTO "articles" VALUES(2,'tag:example.org,2026:/b','gazette',2,1,'2026-01-31 22:00:00.000000','2026-01-31 22:00:00.000000');
CREATE TABLE furniture (
	publisher VARCHAR NOT NULL, 
	memory BLOB NOT NULL, 
	saved_at DATETIME NOT NULL, 
	CONSTRAINT pk_furniture PRIMARY KEY (publisher)
);
CREATE TABLE listing_entries (
	listing_key INTEGER NOT NULL, 
	url_key INTEGER NOT NULL, 
	walk_key INTEGER NOT NULL, 
	CONSTRAINT pk_listing_entries PRIMARY KEY (listing_key, url_key), 
	CONSTRAINT fk_listing_entries_listing_key FOREIGN KEY(listing_key) REFERENCES listings (listing_key), 
	CONSTRAINT fk_listing_entries_url_key FOREIGN KEY(url_key) REFERENCES urls (url_key), 
	CONSTRAINT fk_listing_entries_walk_key FOREIGN KEY(walk_key) REFERENCES walks (walk_key)
)
 WITHOUT ROWID

;
INSERT INTO "listing_entries" VALUES(1,1,1);
INSERT INTO "listing_entries" VALUES(1,2,1);
INSERT INTO "listing_entries" VALUES(1,3,1);
INSERT INTO "listing_entries" VALUES(1,4,1);
CREATE TABLE listings (
	listing_key INTEGER NOT NULL, 
	publisher VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
	CONSTRAINT pk_listings PRIMARY KEY (listing_key), 
	CONSTRAINT uq_listings_publisher_url UNIQUE (publisher, url)
);
INSERT INTO "listings" VALUES(1,'gazette','https://example.org/news');
CREATE TABLE pages (
	page_key INTEGER NOT NULL, 
	url_key INTEGER NOT NULL, 
	article_key INTEGER, 
	fetched_at DATETIME NOT NULL, 
	file VARCHAR NOT NULL, 
	offset_bytes BIGINT NOT NULL, 
	length_bytes BIGINT NOT NULL, 
	separation VARCHAR, awaits_lesson BOOLEAN DEFAULT 0 NOT NULL, lesson BLOB, 
	CONSTRAINT pk_pages PRIMARY KEY (page_key), 
	CONSTRAINT fk_pages_article_key FOREIGN KEY(article_key) REFERENCES articles (article_key), 
	CONSTRAINT fk_pages_url_key FOREIGN KEY(url_key) REFERENCES urls (url_key)
);
INSERT INTO "pages" VALUES(1,2,2,'2026-01-31 22:00:00.000000','2026-01-31.warc.gz',0,100,'first',0,NULL);
INSERT INTO "pages" VALUES(2,3,NULL,'2026-01-31 22:00:00.000000','2026-01-31.warc.gz',200,100,'first',0,NULL);
CREATE TABLE revisions (
	revision_key INTEGER NOT NULL, 
	article_key INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	deleted BOOLEAN NOT NULL, 
	canonical_hash VARCHAR NOT NULL, 
	revision_hash VARCHAR NOT NULL, 
	fetched_at DATETIME NOT NULL, 
	stored_at DATETIME NOT NULL, 
	stored_day DATE NOT NULL, 
	updated_at VARCHAR NOT NULL, 
	run_id VARCHAR NOT NULL, 
	urls JSON NOT NULL, 
	article JSON NOT NULL, page_key INTEGER CONSTRAINT fk_revisions_page_key REFERENCES pages (page_key), same_as VARCHAR, 
	CONSTRAINT pk_revisions PRIMARY KEY (revision_key), 
	CONSTRAINT fk_revisions_article_key FOREIGN KEY(article_key) REFERENCES articles (article_key), 
	CONSTRAINT fk_revisions_run_id FOREIGN KEY(run_id) REFERENCES runs (run_id), 
	CONSTRAINT uq_revisions_article_key_number UNIQUE (article_key, number)
);
INSERT INTO "revisions" VALUES(1,1,1,0,'e831bd059bb9db235b34018fcb3994b4613d1ce9bdfbdd4785d3fe8e168e0ef5','78dcf1047d71b7f0b7a7522f00a35fa751fb7bca55d1accb2eb2f29f2189408f','2026-01-31 22:00:00.000000','2026-01-31 22:00:00.000000','2026-01-31','2026-01-31T21:00:00+00:00','r1','["https://example.org/a"]','{"title": "A", "lead": null, "summary": null, "html": "<p>Der Text.</p>", "language": null, "blocks": [{"kind": "paragraph", "text": "Der Text."}], "topics": [{"name": "X", "slug": "x", "url": null}], "sections": [{"name": "S", "slug": "s", "url": null}], "authors": [], "published_at": "2026-01-31T21:00:00+00:00", "modified_at": null, "images": [], "ads": [], "removed": [], "confidence": 1, "warnings": []}',NULL,NULL);
INSERT INTO "revisions" VALUES(2,2,1,0,'a9c43d6183bdeaa2b33adabf2716ff210039012cc7c409e1c4572648e17c0541','bd2cc00ee7609aaf2566db3ba8760571d948001c1a8a8abaa3687667fb97985c','2026-01-31 22:00:00.000000','2026-01-31 22:00:00.000000','2026-01-31','2026-01-31T22:00:00+00:00','r1','["https://example.org/b", "https://example.org/b2"]','{"title": "B", "lead": null, "summary": null, "html": "<p>Der Text.</p>", "language": null, "blocks": [{"kind": "paragraph", "text": "Der Text."}], "topics": [], "sections": [], "authors": [], "published_at": null, "modified_at": null, "images": [], "ads": [], "removed": [], "confidence": 1, "warnings": []}',1,NULL);
INSERT INTO "revisions" VALUES(3,1,2,0,'efb455d1b8dc879cc6f40342d9979797cab5d50f06f2e708506e0811058c6a3a','477d826966bef622d5f297097df85ba38554e5cbfc98b136edc4d26afe899d36','2026-02-01 22:00:00.000000','2026-02-01 22:00:00.000000','2026-02-01','2026-02-01T22:00:00+00:00','r2','["https://example.org/a"]','{"title": "A, neu", "lead": null, "summary": null, "html": "<p>Der Text.</p>", "language": null, "blocks": [{"kind": "paragraph", "text": "Der Text."}], "topics": [{"name": "Neues X", "slug": "x", "url": null}], "sections": [], "authors": [], "published_at": "2026-01-31T21:00:00+00:00", "modified_at": null, "images": [], "ads": [], "removed": [], "confidence": 1, "warnings": []}',NULL,NULL);
INSERT INTO "revisions" VALUES(4,2,2,1,'a9c43d6183bdeaa2b33adabf2716ff210039012cc7c409e1c4572648e17c0541','bd2cc00ee7609aaf2566db3ba8760571d948001c1a8a8abaa3687667fb97985c','2026-02-01 22:00:00.000000','2026-02-01 22:00:00.000000','2026-02-01','2026-01-31T22:00:00+00:00','r2','["https://example.org/b", "https://example.org/b2"]','{"title": "B", "lead": null, "summary": null, "html": "<p>Der Text.</p>", "language": null, "blocks": [{"kind": "paragraph", "text": "Der Text."}], "topics": [], "sections": [], "authors": [], "published_at": null, "modified_at": null, "images": [], "ads": [], "removed": [], "confidence": 1, "warnings": []}',1,NULL);
CREATE TABLE runs (
	run_id VARCHAR NOT NULL, 
	command VARCHAR NOT NULL, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	exit_status INTEGER, 
	CONSTRAINT pk_runs PRIMARY KEY (run_id)
);
INSERT INTO "runs" VALUES('r1','nightly','2026-01-31 22:00:00.000000','2026-01-31 23:00:00.000000',0);
INSERT INTO "runs" VALUES('r2','nightly','2026-02-01 22:00:00.000000',NULL,NULL);
CREATE TABLE sightings (
	run_id VARCHAR NOT NULL, 
	url_key INTEGER NOT NULL, 
	outcome VARCHAR NOT NULL, 
	reason VARCHAR, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_sightings PRIMARY KEY (run_id, url_key, outcome), 
	CONSTRAINT fk_sightings_run_id FOREIGN KEY(run_id) REFERENCES runs (run_id), 
	CONSTRAINT fk_sightings_url_key FOREIGN KEY(url_key) REFERENCES urls (url_key)
)
 WITHOUT ROWID

;
INSERT INTO "sightings" VALUES('r1',1,'created',NULL,'2026-01-31 22:00:00.000000');
INSERT INTO "sightings" VALUES('r1',1,'discovered',NULL,'2026-01-31 22:00:00.000000');
INSERT INTO "sightings" VALUES('r1',2,'created',NULL,'2026-01-31 22:00:00.000000');
INSERT INTO "sightings" VALUES('r1',2,'discovered',NULL,'2026-01-31 22:00:00.000000');
INSERT INTO "sightings" VALUES('r1',3,'discovered',NULL,'2026-01-31 22:00:00.000000');
INSERT INTO "sightings" VALUES('r1',3,'rejected','no article','2026-01-31 22:00:00.000000');
INSERT INTO "sightings" VALUES('r1',4,'discovered',NULL,'2026-01-31 22:00:00.000000');
INSERT INTO "sightings" VALUES('r2',1,'revised',NULL,'2026-02-01 22:00:00.000000');
INSERT INTO "sightings" VALUES('r2',2,'gone',NULL,'2026-02-01 22:00:00.000000');
INSERT INTO "sightings" VALUES('r2',2,'withdrawn',NULL,'2026-02-01 22:00:00.000000');
CREATE TABLE site_files (
	site_file_key INTEGER NOT NULL, 
	url VARCHAR NOT NULL, 
	status INTEGER NOT NULL, 
	body BLOB NOT NULL, 
	fetched_at DATETIME NOT NULL, 
	CONSTRAINT pk_site_files PRIMARY KEY (site_file_key), 
	CONSTRAINT uq_site_files_url UNIQUE (url)
);
CREATE TABLE sources (
	source_key INTEGER NOT NULL, 
	publisher VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	found_in VARCHAR NOT NULL, 
	etag VARCHAR, 
	last_modified VARCHAR, 
	idle_count INTEGER NOT NULL, 
	failure_count INTEGER NOT NULL, 
	checked_at DATETIME, 
	next_check_at DATETIME, 
	CONSTRAINT pk_sources PRIMARY KEY (source_key), 
	CONSTRAINT uq_sources_publisher_url UNIQUE (publisher, url)
);
CREATE TABLE text_marks (
	mark BIGINT NOT NULL, 
	article_key INTEGER NOT NULL, 
	CONSTRAINT pk_text_marks PRIMARY KEY (mark, article_key), 
	CONSTRAINT fk_text_marks_article_key FOREIGN KEY(article_key) REFERENCES articles (article_key)
)
 WITHOUT ROWID

;
CREATE TABLE topics (
	topic_key INTEGER NOT NULL, 
	publisher VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	slug VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	url VARCHAR, 
	CONSTRAINT pk_topics PRIMARY KEY (topic_key), 
	CONSTRAINT uq_topics_publisher_kind_slug UNIQUE (publisher, kind, slug)
);
INSERT INTO "topics" VALUES(1,'gazette','topic','x','Neues X',NULL);
INSERT INTO "topics" VALUES(2,'gazette','section','s','S',NULL);
CREATE TABLE urls (
	url_key INTEGER NOT NULL, 
	publisher VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	title VARCHAR, 
	summary VARCHAR, 
	published_at VARCHAR, 
	article_key INTEGER, 
	etag VARCHAR, 
	last_modified VARCHAR, 
	content_hash VARCHAR, 
	failure_count INTEGER NOT NULL, 
	discovered_at DATETIME NOT NULL, 
	requested_at DATETIME, 
	settled_at DATETIME, 
	settled_run_id VARCHAR, 
	missing_run_id VARCHAR, 
	next_check_at DATETIME, 
	CONSTRAINT pk_urls PRIMARY KEY (url_key), 
	CONSTRAINT fk_urls_article_key FOREIGN KEY(article_key) REFERENCES articles (article_key), 
	CONSTRAINT fk_urls_missing_run_id FOREIGN KEY(missing_run_id) REFERENCES runs (run_id), 
	CONSTRAINT fk_urls_settled_run_id FOREIGN KEY(settled_run_id) REFERENCES runs (run_id), 
	CONSTRAINT uq_urls_publisher_url UNIQUE (publisher, url)
);
INSERT INTO "urls" VALUES(1,'gazette','https://example.org/a','settled','a',NULL,NULL,1,NULL,NULL,NULL,0,'2026-01-31 22:00:00.000000',NULL,'2026-02-01 22:00:00.000000','r2',NULL,'2026-02-02 22:00:00.000000');
INSERT INTO "urls" VALUES(2,'gazette','https://example.org/b','gone','b',NULL,NULL,2,NULL,NULL,NULL,0,'2026-01-31 22:00:00.000000',NULL,'2026-02-01 22:00:00.000000','r2','r2',NULL);
INSERT INTO "urls" VALUES(3,'gazette','https://example.org/c','rejected','c',NULL,NULL,NULL,NULL,NULL,NULL,1,'2026-01-31 22:00:00.000000',NULL,'2026-01-31 22:00:00.000000','r1',NULL,'2026-01-31 23:00:00.000000');
INSERT INTO "urls" VALUES(4,'gazette','https://example.org/d','discovered','d',NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-01-31 22:00:00.000000',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE walks (
	walk_key INTEGER NOT NULL, 
	listing_key INTEGER NOT NULL, 
	run_id VARCHAR NOT NULL, 
	floor DATETIME, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME, empty_page INTEGER, 
	CONSTRAINT pk_walks PRIMARY KEY (walk_key), 
	CONSTRAINT fk_walks_listing_key FOREIGN KEY(listing_key) REFERENCES listings (listing_key), 
	CONSTRAINT fk_walks_run_id FOREIGN KEY(run_id) REFERENCES runs (run_id)
);
INSERT INTO "walks" VALUES(1,1,'r1',NULL,'2026-01-31 22:00:00.000000','2026-01-31 22:00:00.000000',NULL);
INSERT INTO "walks" VALUES(2,1,'r2','2026-01-29 22:00:00.000000','2026-02-01 22:00:00.000000',NULL,NULL);
CREATE INDEX ix_articles_deleted_sorted_at ON articles (deleted, sorted_at);
CREATE INDEX ix_articles_publisher_deleted_sorted_at ON articles (publisher, deleted, sorted_at);
CREATE INDEX ix_runs_started_at ON runs (started_at);
CREATE INDEX ix_topics_kind_slug ON topics (kind, slug);
CREATE INDEX ix_article_topics_topic_key_sorted_at ON article_topics (topic_key, sorted_at);
CREATE INDEX ix_article_urls_article_key ON article_urls (article_key);
CREATE INDEX ix_revisions_run_id_stored_day ON revisions (run_id, stored_day);
CREATE INDEX ix_revisions_stored_day ON revisions (stored_day);
CREATE INDEX ix_urls_article_key ON urls (article_key);
CREATE INDEX ix_urls_publisher_next_check_at ON urls (publisher, next_check_at);
CREATE INDEX ix_urls_publisher_state_discovered_at ON urls (publisher, state, discovered_at);
CREATE INDEX ix_walks_listing_key_finished_at ON walks (listing_key, finished_at);
CREATE INDEX ix_pages_article_key ON pages (article_key);
CREATE INDEX ix_pages_url_key ON pages (url_key);
CREATE INDEX ix_text_marks_article_key ON text_marks (article_key);
CREATE INDEX ix_revisions_same_as ON revisions (same_as);
COMMIT;

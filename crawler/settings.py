"""Every knob of the crawl. A changed value states Scrapy's default and the reason.

Ours begin with PRESSESCHAU_. What follows from PRESSESCHAU_RATE and PRESSESCHAU_CONTACT is set by `crawler.addon`.
"""

from collections.abc import Mapping

from scrapy.settings import default_settings


def _without(components: Mapping[str, int], *unwanted: str) -> dict[str, int]:
    """Components that Scrapy has by default, without some; named with None, they would be imported all the same."""
    return {path: order for path, order in components.items() if path not in unwanted}


# The project
BOT_NAME = "presseschau"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
ADDONS = {"crawler.addon.PresseschauAddon": 100}

# Ours, the run
PRESSESCHAU_STORE = "sqlite:///output/presseschau.sqlite"
PRESSESCHAU_ARCHIVE = "output/archive"  # where pages are kept as fetched; None or empty: nowhere
PRESSESCHAU_RUN_ID = None  # a run that the caller has begun; None: the crawl begins and finishes its own
PRESSESCHAU_CLOCK_STARTS_AT = None  # ISO 8601 with an offset; None: the machine's time
PRESSESCHAU_QUARANTINE = None  # directory that keeps the pages turned down; None: they are not kept
PRESSESCHAU_PROBE = False  # True: a look at every listing, however few articles may be asked for
PRESSESCHAU_ORIGIN = None  # scheme and host that is asked in place of the publisher's
PRESSESCHAU_SITEMAPS = True  # whether sitemaps are asked for articles that no listing shows
PRESSESCHAU_FEEDS = True  # likewise the feeds that listing pages announce
PRESSESCHAU_SOURCE_LIMIT = 4  # so many of both in a run, while the listings are well

# Ours, politeness
PRESSESCHAU_RATE = 1.0  # the most requests a second per host; 0: no limit, for one's own machines
PRESSESCHAU_CONTACT = None  # an address or URL in the User-Agent
PRESSESCHAU_QUIET_HOURS = None  # such as 06:00-22:30 or 06:00-22:30 Europe/Berlin; nothing is asked then
PRESSESCHAU_BACKOFF_SECONDS = 2.0  # first pause after 429 or 503 without a Retry-After; it doubles up to 10 minutes
PRESSESCHAU_HOLD_LIMIT_SECONDS = 900.0  # a host that wants to be left alone for longer is given up for this run
PRESSESCHAU_DEAD_HOST_COUNT = 15  # so is one that failed so often in a row: five pages, each tried three times

# Ours, when something is wrong
PRESSESCHAU_LISTING_PAGE_LIMIT = 2000  # no listing is that long; the longest seen has 170 pages
PRESSESCHAU_REJECTED_SHARE = 0.2  # of the pages read in a run; more rejections than that raise an alarm …
PRESSESCHAU_REJECTED_COUNT = 5  # … from this number on
PRESSESCHAU_GONE_SHARE = 0.2  # of the pages answered; more that are gone raise an alarm, and none is withdrawn …
PRESSESCHAU_GONE_COUNT = 5  # … from this number on
PRESSESCHAU_SAME_TEXT_COUNT = 5  # pages of a run with one and the same text raise an alarm: a notice in their place

# Safety
DOWNLOAD_HANDLERS = {
    "http": "crawler.download.PoliteDownload",
    "https": "crawler.download.PoliteDownload",
    # default: all on; a link of a page must not reach a file, a bucket or the inside of a URL
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
TWISTED_DNS_RESOLVER = "crawler.resolver.PublicResolver"  # default resolves to any address, inside our network too
DOWNLOAD_VERIFY_CERTIFICATES = True  # default False
TELNETCONSOLE_ENABLED = False  # default True: a port that runs code
REMOTE_CONTROL_ENABLED = False  # default True: another one

# Limits
PRESSESCHAU_PAGE_LIMIT_SECONDS = 120.0  # for one page in the worker; most take some milliseconds
PRESSESCHAU_WORKER_MEMORY_MB = 2048  # address space of the worker, which takes a few hundred; 0 and on macOS: no limit
DOWNLOAD_TIMEOUT = 30  # default 180; a news page that needs more is broken
DOWNLOAD_MAXSIZE = 4 * 1024 * 1024  # default 1 GiB, before and after unpacking; pages have some 100 kB, often less
DOWNLOAD_WARNSIZE = 2 * 1024 * 1024  # default 32 MiB
MEMUSAGE_LIMIT_MB = 2048  # default none; a crawl takes some 150 MB, and the next run goes on where this one ended
REDIRECT_MAX_TIMES = 5  # default 20; RFC 9309 asks for five, an article needs one

# Requests
ROBOTSTXT_OBEY = True  # default False
ROBOTSTXT_USER_AGENT = "Presseschau"  # default the whole User-Agent; robots.txt names products
COOKIES_ENABLED = False  # default True; a session would make pages personal
METAREFRESH_ENABLED = False  # default True; news pages refresh themselves, and that is no redirect
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
    # default "en", which makes some publishers translate
}
DOWNLOADER_MIDDLEWARES_BASE = _without(
    default_settings.DOWNLOADER_MIDDLEWARES_BASE,
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware",  # off already
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware",  # lets every retry through
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware",  # leaks, see the middleware that replaces it
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware",  # takes half a page for a whole one
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware",  # breaks at a Location that is no URL
)
DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.quiet_hours.KeepQuietHours": 40,
    "crawler.middlewares.own_hosts.OwnHosts": 50,
    "crawler.middlewares.robots.StrictRobots": 100,
    "crawler.middlewares.unpack.Unpack": 590,
    "crawler.middlewares.note_wire.NoteWire": 595,
    "crawler.middlewares.redirect.Redirect": 600,
    "crawler.middlewares.tdm_reservation.TdmReservations": 110,  # its file is no page, but robots.txt may forbid it too
    # RetryMiddleware (550) takes failed answers away; these stand nearer to the publisher and see them
    "crawler.middlewares.retry_after.RetryAfter": 560,
    "crawler.middlewares.dead_host.DeadHost": 570,
    "crawler.middlewares.note_request.NoteRequest": 950,  # behind all that may give a request up
}
DOWNLOADER_STATS = False  # default True, which sizes up every request and answer for the log; the report counts too
SPIDER_MIDDLEWARES_BASE = _without(
    default_settings.SPIDER_MIDDLEWARES_BASE,
    "scrapy.spidermiddlewares.depth.DepthMiddleware",  # counts depths; a walk knows how far it has come
)

# Processing
WARN_ON_GENERATOR_RETURN_VALUE = False  # default True: it reads a callback's source again for every answer
CONCURRENT_ITEMS = 1  # of one answer, which has one at most; default 100, which costs a third of the crawl's CPU
ITEM_PIPELINES = {"crawler.pipelines.hand_over.HandOver": 300}
PRESSESCHAU_STEPS = {  # what the worker does with a page, in this order
    "crawler.pipelines.archive_page.ArchivePage": 200,
    "crawler.pipelines.separate_page.SeparatePage": 300,
    "crawler.pipelines.adopt_canonical.AdoptCanonical": 500,
    "crawler.pipelines.hold_doubtful.HoldDoubtful": 600,
    "crawler.pipelines.store_article.StoreArticle": 800,
}
EXTENSIONS_BASE = _without(
    default_settings.EXTENSIONS_BASE,
    "scrapy.extensions.telnet.TelnetConsole",  # off already
    "scrapy.extensions.remote_control.RemoteControl",  # likewise, and its import takes as long as fifty pages
)
EXTENSIONS = {
    "crawler.extensions.faults.Faults": 100,
    "crawler.extensions.crawl_memory.CrawlMemory": 200,
    "crawler.extensions.withdrawals.Withdrawals": 300,
}

# Logging
LOG_LEVEL = "INFO"  # default DEBUG, which prints every item

"""The demo publisher: a small invented news site, written and served by ourselves.

It exists so that the whole way can be seen and tested without touching anybody's server: `DemoPublisher` in `server`
serves two nights of it on loopback, `expected_articles` in `truth` says what must come out. The site speaks the URL
shape of the publisher that the first spider crawls; nothing in the crawler knows it.

    articles/*.txt ─▶ story_file ─▶ edition (one night) ─▶ markups + adverts ─▶ answers ─▶ server
                                          └─▶ truth
"""

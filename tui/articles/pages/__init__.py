"""Web pages: from the bytes of a page to its article, with everything that stands round it left aside.

`read_page` is the way in; the html and mhtml formats are thin shells over it.
"""

from tui.articles.pages.article import PageArticle, read_page

__all__ = ["PageArticle", "read_page"]

"""Reads a page of `copydesk report` as a reader would: its tables, its SQL, its headings, its links."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img"}


class ReportPage(HTMLParser):
    """What a page holds.

    Attributes:
        sqls: Name of a question -> its SQL, as the page shows it.
        tables: Name of a question -> rows of its table, the head first.
        headings: Level and text, in order.
        tags: Names of all elements.
        ids: All ids, in order.
        links: All addresses of links.
        numbers: The words of the numbers in short, one entry a number.
        attributes: All attributes, name and value.
        text: All text, pictures included.
    """

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.sqls: dict[str, str] = {}
        self.tables: dict[str, list[list[str]]] = {}
        self.headings: list[tuple[int, str]] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.numbers: list[list[str]] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.unclosed: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes += found.items()
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if tag not in VOID:
            self.unclosed.append((tag, found.get("id", "")))
        if tag == "table":
            self.tables[self.name()] = []
        if tag == "dd":
            self.numbers.append([])
        if tag == "tr":
            self.tables[self.name()].append([])
        if tag in {"td", "th"}:
            self.tables[self.name()][-1].append("")
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        opened, _ = self.unclosed.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data):
        self.text += data
        tags = [tag for tag, _ in self.unclosed]
        if "dd" in tags:
            self.numbers[-1] += data.split()
        if "td" in tags or "th" in tags:
            self.tables[self.name()][-1][-1] += data
        if "code" in tags and "pre" in tags:
            [name] = [id_ for tag, id_ in self.unclosed if tag == "details"]
            name = name.removeprefix("sql-")
            self.sqls[name] = self.sqls.get(name, "") + data
        if tags and tags[-1] in {"h1", "h2", "h3", "h4"}:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def name(self) -> str:
        """The figure or listing that is open."""
        return [id_ for tag, id_ in self.unclosed if tag in {"figure", "div"} and id_][-1]

"""One page that shows what the warehouse holds, with the SQL of every number.

`copydesk.report.page.write_report` writes it; the command line and the flows call that. The questions are the files of
`sql/report`, the pictures are drawn here with Vega, and the page has no script and asks no network for anything.
"""

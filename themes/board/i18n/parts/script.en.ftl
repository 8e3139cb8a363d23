# Words of the controls that the script makes, and of the search page. The script puts a number for “#”.

reading_mode = Reading mode
mode_large = Large text
mode_contrast = High contrast
relative_today = today
relative_tomorrow = tomorrow
relative_days = in # days
copy = Copy
copied = Copied
print = Print
search = Search
search_label = What are you looking for?
search_hint = Several words may be given, for example: water June
search_languages = Search all languages
search_results = Results
search_found = Found: #
search_none = Nothing was found. Try fewer or other words
search_loading = Searching…
search_failed = Some parts could not be loaded; the results may be incomplete
search_more = Find more
search_by_year = Or look through a year
search_without_script = This browser runs no scripts, so it cannot search. Please look through the years.
search_described = Search everything that { $site } has published: titles, facts and texts.

# One sentence for search engines and link cards

home_described = Meetings, public revenue, renovation, activities and notices of { $site }.
list_described = { $site }: { $title }, { $count }.
record_described = { $site }, { $kind }: { $title }, published { $date }.

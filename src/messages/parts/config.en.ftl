### The program's own words, and what can be wrong in site.toml.

cli-error = error
cli-warning = warning
cli-info = note
cli-help = help

cli-more-warnings =
    { $count ->
        [one] 1 more { $code } warning not shown; --format json lists them all
       *[other] { $count } more { $code } warnings not shown; --format json lists them all
    }
cli-closing-none = No problems found.
cli-closing-errors =
    { $errors ->
        [one] 1 error.
       *[other] { $errors } errors.
    }
cli-closing-warnings =
    { $warnings ->
        [one] 1 warning.
       *[other] { $warnings } warnings.
    }
cli-closing-both =
    { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning.
       *[other] { $warnings } warnings.
    }
cli-begin-with-line = Start with { $path } line { $line }.
cli-begin-with-file = Start with { $path }.
cli-two-sentences = { $first } { $second }

## site.toml: types of values

config-type-text = text in straight quotes
config-type-per-language = a table with one line a language
config-type-text-or-per-language = text, or a table with one line a language
config-type-whole = a whole number
config-type-section = a section with a heading
config-type-sections = one or more [[ ]] sections
config-type-levels = a table of rule codes and levels

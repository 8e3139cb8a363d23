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

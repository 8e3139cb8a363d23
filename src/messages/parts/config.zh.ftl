### 程序自己的话，和 site.toml 的问题。

cli-error = 错误
cli-warning = 提醒
cli-info = 提示
cli-help = 怎么改

cli-more-warnings = 还有 { $count } 条 { $code } 提醒没有列出，用 --format json 看全部
cli-closing-none = 没有发现问题。
cli-closing-errors = { $errors } 个错误。
cli-closing-warnings = { $warnings } 个提醒。
cli-closing-both = { $errors } 个错误，{ $warnings } 个提醒。
cli-begin-with-line = 先改 { $path } 第 { $line } 行。
cli-begin-with-file = 先改 { $path }。
cli-two-sentences = { $first }{ $second }

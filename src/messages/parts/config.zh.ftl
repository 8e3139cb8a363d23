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

## site.toml：值的种类

config-type-text = 文字，写在英文引号里
config-type-per-language = 每种语言一行的表
config-type-text-or-per-language = 文字，或每种语言一行的表
config-type-whole = 整数
config-type-section = 带标题的一段
config-type-sections = 一段或几段 [[ ]]
config-type-levels = 规则代码和轻重的表

### 打印张贴用纸；紧急通知到什么时候。

cli-print-about = 把几条记录的张贴用纸放进一个文件，一次打印
cli-print-examples =
    例子：
      linli print 2026-021                     一张
      linli print 2026-011..2026-021 -o 六月.html   一段编号，每条另起一页
cli-arg-numbers = 编号，如 2026-021；一段写 2026-011..2026-021
cli-arg-output = 写到哪个文件（默认用编号作文件名）
cli-arg-print-drafts = 草稿和还没到日子的记录也能打印
cli-print-done = { $path } 里有 { $count } 张，用浏览器打开就能打印（A4）
cli-print-shape = 编号“{ $number }”不对
    .help = 写成 年份-号码，如 2026-021；一段写 2026-011..2026-021
cli-print-unknown = 没有编号是 { $number } 的记录
    .help = linli list 列出全部记录和编号
cli-print-unknown-near = 没有编号是 { $number } 的记录
    .help = 是不是 { $near }？
cli-print-held = { $number }（{ $id }）是草稿，或者还没到公开的日子
    .help = 要先印出来看，加上 --drafts
cli-print-withdrawn = { $number }（{ $id }）已经撤回，没有张贴用纸
    .help = 网上的地址还在，写着撤回的日期和原因
cli-print-span-empty = { $number } 之间没有可以张贴的记录
    .help = linli list 列出全部记录和编号

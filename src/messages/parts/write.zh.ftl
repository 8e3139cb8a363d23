# 读写文件与发布

fs-failed = { $op }失败：{ $path }（{ $why }）
fs-op-read = 读取
fs-op-list = 列出文件夹
fs-op-create-folder = 建立文件夹
fs-op-write = 写入
fs-op-link = 建立链接
fs-op-copy = 复制
fs-op-rename = 改名
fs-op-exchange = 新旧网站对换
fs-op-remove = 删除
fs-op-sync = 写入磁盘
fs-op-lock = 加锁
fs-why-not-found = 没有这个文件或文件夹
fs-why-permission = 没有权限
fs-why-held = 别的程序正打开着它，如 Word、看图软件、杀毒软件；关掉那个程序，再运行一次
fs-why-held-or-permission = 别的程序正打开着它，或者没有权限；关掉那个程序，再运行一次
fs-why-full = 磁盘已满
fs-why-read-only = 磁盘只能读不能写
fs-why-too-large = 文件太大

write-old-stands = 已发布的网站没有改动

write-busy = 另一次生成正在写 { $path }
    .help = 等它完成后再运行一次
write-foreign-folder = { $path } 里有别的文件，不是 linli 生成的
    .help = 换一个输出文件夹；确实要用它，请加 --force（原有文件会保留，只替换与网页同名的）
write-foreign-file = { $path } 不是 linli 生成的，占了网页的位置
    .help = 把它移走或改名；确实要替换，请加 --force
write-link = { $path } 是一个链接，不能作输出文件夹
    .help = 把输出文件夹写成真实的位置
write-not-a-folder = { $path } 不能作输出文件夹
    .help = 写一个文件夹的位置，例如 public
write-overlap = 输出文件夹 { $path } 和 { $with } 互相包含
    .help = 换一个与内容、主题、设置分开的文件夹，例如 public
write-bad-path = 网站里不能有这样的文件名：{ $path }
    .help = 文件名不要含 \ : * ? " < > |，不要以点或空格结尾，也不要用 con、nul 等系统保留的名字
write-clash = { $path } 和 { $other } 要占同一个位置
    .help = 给其中一个改名；只有大小写不同也算同名
write-changed = 生成期间 { $path } 被改动了
    .help = 等文件存好后再运行一次
write-unfinished = 有文件没有写成，这一次没有发布

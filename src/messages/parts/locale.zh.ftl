### 语言文件（.ftl）

e109-ftl-syntax = 语言文件这里的写法看不懂
    .label = 从这里起看不懂
    .help = 一条的写法是：键 = 文字；变量写在花括号里，如 { "{ $count }" }
e109-ftl-token = 语言文件这里缺少“{ $token }”
    .label = 这里应当有“{ $token }”
    .help = 一条的写法是：键 = 文字；变量写在花括号里，如 { "{ $count }" }
e109-ftl-no-value = 语言文件里这一条没有文字
    .label = 等号后面要有文字
    .help = 补上文字，或者删去这一条
e109-ftl-no-default = 分情况的句子必须有一个、也只能有一个默认写法
    .label = 给其中一种情况加上星号，如 *[other]
    .help = 中文通常只需要 *[other] 一种
e109-ftl-open = 语言文件里的括号或引号不成对
    .label = 没有配成对
    .help = 正文里要写花括号本身，写成 { "{ \"{\" }" }
e109-ftl-repeated = “{ $key }”在同一个文件里写了两次
    .label = 重复
    .help = 保留一条，删去另一条
e109-ftl-unknown-reference = 引用了不存在的“{ $key }”
    .label = 没有这一条
    .help = 检查键名，或者补上这一条
e109-ftl-function = 没有“{ $key }”这个函数
    .label = 只能用 NUMBER
    .help = 日期、金额由程序按语言写好后传入，直接用变量即可
e109-ftl-deep = 语言文件里的花括号套得太深
    .label = 到这里已超过 32 层
    .help = 把句子拆成几条，用 {"{"} 键名 {"}"} 引用

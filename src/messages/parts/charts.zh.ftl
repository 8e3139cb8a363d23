com-09-picture-large = 图片“{ $file }”有 { $width } × { $height } 像素，太大了
    .label = 单边最多 { $side } 像素，总共最多 { $pixels } 万像素
    .help = 用手机或电脑的“调整大小”缩小后再放进来
com-09-picture-unreadable = 图片“{ $file }”打不开，网页上看不到
    .label = 不是完整的 JPEG、PNG、WebP 或 GIF 图片
    .help = 用看图软件打开，另存为 JPEG 再放进来
com-09-picture-heavy = 图片“{ $file }”打开后要占 { $size } MB 内存，太大了
    .label = 最多 { $limit } MB
    .help = 另存为 JPEG，或者缩小后再放进来
com-09-picture-cut = 图片“{ $file }”缺了结尾，读者可能只看到一部分
    .label = 可能没有复制完
    .help = 从手机或相机重新复制一次
com-09-picture-broken = 图片“{ $file }”的数据不完整，做不成网页上的小图
    .help = 从手机或相机重新复制一次

## E113

e113-picture-format = “{ $file }”是 { $format } 图片，相机写进去的地点、型号等信息去不掉
    .label = 不公布
    .help = 另存为 JPEG，这里写 JPEG 的文件名。苹果手机：设置 → 相机 → 格式 → 兼容性最佳
e113-picture-unknown = “{ $file }”的文件名是图片，内容却看不出是哪种图片
    .label = 不公布：相机写进去的信息无法去掉
    .help = 用看图软件打开，另存为 JPEG 再放进来
e113-large = 图片“{ $file }”超过 { $limit } MB，相机写进去的信息无法去掉
    .label = 不公布
    .help = 用手机或电脑的“调整大小”缩小后再放进来
e113-drawing-unreadable = 图“{ $file }”读不完整，无法判断里面有没有脚本
    .label = 不公布
    .help = 用绘图软件另存为“普通 SVG”，或者存为 PNG
e113-drawing-cleaned = 图“{ $file }”里有脚本、网页或指向外部的地址，已去掉
    .label = 公布的是去掉以后的图
    .help = 在预览里看一看；少了什么，就另存为“普通 SVG”或 PNG
e113-download = “{ $file }”里的脚本会以本站的名义运行，所以读者只能下载，不能直接打开
    .label = 网页或 XML 文件
    .help = 把内容写进正文，或者另存为 PDF
e113-disguised = “{ $file }”的内容和文件名不是一回事，浏览器可能会运行它
    .label = 不公布
    .help = 改成相符的文件名，例如 .jpg、.pdf

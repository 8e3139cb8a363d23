com-09-picture-large = 图片“{ $file }”有 { $width } × { $height } 像素，太大了
    .label = 单边最多 { $side } 像素，总共最多 { $pixels } 万像素
    .help = 用手机或电脑的“调整大小”缩小后再放进来
com-09-picture-unreadable = 图片“{ $file }”打不开，网页上看不到
    .label = 不是完整的 JPEG、PNG 或 WebP 图片
    .help = 用看图软件打开，另存为 JPEG 再放进来
com-09-picture-broken = 图片“{ $file }”的数据不完整，做不成网页上的小图
    .help = 从手机或相机重新复制一次

### 命令 watch 和 serve：边写边看。

cli-watch-about = 内容一改就重新检查、重新做网页
cli-serve-about = 在浏览器里边写边看，草稿也看得到（也叫 preview）
cli-watch-examples =
    例子：
      linli watch
      linli watch -o /srv/www
      linli watch --poll 5            网站放在网络文件夹里时用
cli-serve-examples =
    例子：
      linli serve --open              打开浏览器，边写边看
      linli serve --phone             手机也能看
cli-arg-poll = 每隔几秒看一遍文件（默认 2 秒）；网络文件夹里的改动，系统不会通知
cli-arg-interface = 在哪个地址上等浏览器（默认只有本机能看）
cli-arg-port = 端口（默认 1111，被占用就用下一个）
cli-arg-open = 做好后打开浏览器
cli-arg-phone = 让同一个 Wi-Fi 里的手机也能看，显示地址和二维码
cli-arg-no-drafts = 不显示草稿和还没到日子的记录
cli-arg-no-reload = 改了内容，网页不自动更新

## 每做一次说一句

round-first = 做好了：{ $count } 页，{ $seconds } 秒
round-done = { $what }    { $seconds } 秒，重做 { $pages } 页
round-same = { $what }    { $seconds } 秒，网页没有变化
round-file = 改了 { $path }
round-files = 改了 { $path } 等 { $count } 个文件
round-everything = 有文件改动，全部重新看了一遍
round-clock = 现在是 { $now }，按新的时间重做
round-wrong-line = { $path } 第 { $line } 行有错误，网页保持上一次的样子（见下）
round-wrong-file = { $path } 有错误，网页保持上一次的样子（见下）
round-wrong = 有 { $count } 个错误，网页保持上一次的样子（见下）
round-stopped = 这一次没有做成，网页保持上一次的样子
cli-round-broken = 程序内部出了错，这是 linli 的问题
    .help = 改动会再试；一直出错，请把上面的英文和这个文件发给我们
round-polls = 每 { $seconds } 秒看一遍文件
round-watching = 内容一改就会重做网页，按 Ctrl+C 停止

## 预览

serve-address = 预览：{ $address }
serve-opened = 已打开 { $address }
serve-not-opened = 没能打开浏览器，请自己打开上面的地址
serve-phone-too = 手机也要看？linli serve --phone
serve-phone = 手机上打开：{ $address }
serve-phone-warning = 注意：连着同一个网络的人都能打开这个地址，看到草稿
serve-phone-alone = 这台电脑现在没有连上网络，手机打不开
serve-stop = 按 Ctrl+C 停止
serve-ended = 预览已停止
cli-serve-port-taken = 端口 { $port } 已被占用
    .help = 换一个端口；不写 --port 会自动找空的
cli-serve-ports-taken = 从 1111 起的端口都被占用
    .help = 用 --port 指定一个空的端口
cli-serve-no-address = 这台电脑没有 { $address } 这个地址
    .help = 不写 --interface 就只在本机看；手机也要看，用 --phone

## 盖在网页上的话

serve-errors =
    { $warnings ->
        [0] { $errors } 个错误
       *[other] { $errors } 个错误，{ $warnings } 个提醒
    }
serve-warnings = { $warnings } 个提醒
serve-old-stands = 网页保持上一次的样子，改好后自动更新
serve-nothing-yet = 网页还没有做成，改好后自动出现
serve-more = 另有 { $count } 个，终端里有全部
serve-fold = 收起
serve-draft = 草稿
serve-draft-why = 还没有公开，只在预览里看得到
serve-lost = 预览已停止，这一页不会再更新

e108-profile-unknown = 没有“{ $name }”这个法规集
    .help = 自带的有：{ $known }；也可以写本站的一个文件，例如 profiles/ours.toml
e108-profile-circle = 法规集“{ $name }”绕回了自己，或者接了太多层
    .help = 检查各文件的 extends
e108-profile-law = 法规集里没有“{ $law }”这一条依据{ $hint ->
        [yes] ，是不是 { $near }？
       *[no] {""}
    }
    .help = 在 [law.{ $law }] 里写上 zh 和 en
e108-profile-value = “{ $key }”的值看不懂
    .help = 例如：{ $key } = { $example }；不用这一项写 false
e108-holidays-beyond = 放假安排还没有 { $year } 年的，落在这一年的期限只把周末算作休息日
    .help = 国务院办公厅公布放假安排后，更新 linli 即可

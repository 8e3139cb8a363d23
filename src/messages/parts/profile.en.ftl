e108-profile-unknown = There is no rule profile “{ $name }”
    .help = Built in are { $known }; or name a file of this site such as profiles/ours.toml
e108-profile-circle = The rule profile “{ $name }” leads back to itself, or the chain is too long
    .help = Look at `extends` in each file
e108-profile-law = The profile has no article “{ $law }”{ $hint ->
        [yes] ; did you mean { $near }?
       *[no] {""}
    }
    .help = Write zh and en under [law.{ $law }]
e108-profile-value = The value of “{ $key }” cannot be read
    .help = For example { $key } = { $example }; to switch it off write false
e108-holidays-beyond = The table of public holidays does not reach { $year } yet; deadlines in that year take only weekends as days off
    .help = After the State Council has announced the holidays, update linli

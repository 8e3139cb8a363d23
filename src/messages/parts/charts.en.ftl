com-09-picture-large = The picture “{ $file }” has { $width } × { $height } pixels: too many
    .label = at most { $side } pixels a side, and { $pixels }0,000 in all
    .help = make it smaller in a picture program and put it here again
com-09-picture-unreadable = The picture “{ $file }” cannot be opened; readers would not see it
    .label = not a whole JPEG, PNG or WebP picture
    .help = open it in a picture program and save it as JPEG
com-09-picture-broken = The data of the picture “{ $file }” is damaged: no smaller one for pages can be made
    .help = copy it from the phone or camera once more

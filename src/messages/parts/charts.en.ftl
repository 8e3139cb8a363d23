com-09-picture-large = The picture “{ $file }” has { $width } × { $height } pixels: too many
    .label = at most { $side } pixels a side, and { $pixels }0,000 in all
    .help = make it smaller in a picture program and put it here again
com-09-picture-unreadable = The picture “{ $file }” cannot be opened; readers would not see it
    .label = not a whole JPEG, PNG, WebP or GIF picture
    .help = open it in a picture program and save it as JPEG
com-09-picture-heavy = Opened, the picture “{ $file }” takes { $size } MB of memory: too much
    .label = { $limit } MB at most
    .help = save it as JPEG, or make it smaller, and put it here again
com-09-picture-cut = The end of the picture “{ $file }” is missing; readers may see a part of it only
    .label = half copied?
    .help = copy it from the phone or camera once more
com-09-picture-broken = The data of the picture “{ $file }” is damaged: no smaller one for pages can be made
    .help = copy it from the phone or camera once more

## E113

e113-picture-format = “{ $file }” is of the kind { $format }: what the camera wrote into it (place, device) cannot be taken out
    .label = not published
    .help = Save it as JPEG and name that file here. On an iPhone: Settings, Camera, Formats, Most Compatible
e113-picture-unknown = “{ $file }” has the name of a picture, but nothing tells what kind of picture it is
    .label = not published: what the camera wrote could not be taken out
    .help = Open it in a picture program and save it as JPEG
e113-large = The picture “{ $file }” is larger than { $limit } MB: what the camera wrote cannot be taken out
    .label = not published
    .help = Make it smaller in a picture program and put it here again
e113-drawing-unreadable = The drawing “{ $file }” cannot be read whole, so nobody can say whether a script is in it
    .label = not published
    .help = Save it as “Plain SVG” in the drawing program, or as PNG
e113-drawing-cleaned = The drawing “{ $file }” held scripts, pages or addresses outside; they were taken out
    .label = the drawing is published without them
    .help = Look at it in the preview; if something is missing, save it as “Plain SVG” or PNG
e113-download = Scripts in “{ $file }” would run as this site, so readers can only download it
    .label = a web page or XML
    .help = Put the text into the record, or save it as PDF
e113-disguised = “{ $file }” is another thing than its name says, and a browser might run it
    .label = not published
    .help = Give it the ending that fits, such as .jpg or .pdf

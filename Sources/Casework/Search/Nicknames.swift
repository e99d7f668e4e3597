/// Short and familiar forms of given names, as they are used here.
public enum Nicknames {
    /// The other names by which somebody called `name`, folded, may be known; a form of several names gives them all.
    public static func others(of name: String) -> [String] { table[name] ?? [] }

    private static let table: [String: [String]] = {
        var table: [String: Set<String>] = [:]
        for line in forms.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            for name in names { table[name, default: []].formUnion(names) }
        }
        return table.mapValues { $0.sorted() }.reduce(into: [:]) { kept, entry in
            kept[entry.key] = entry.value.filter { $0 != entry.key }
        }
    }()

    /// A line holds names that stand for each other.
    private static let forms = """
        abdul abdullah
        abigail abby abbey abbie gail
        abraham abe bram
        adelaide adele addie
        agnes aggie nessie
        alan allan allen al
        albert bert bertie al
        alexander alex alec sandy xander al sasha aleksandar alexandros
        alexandra alex sandra sandy lexie sasha
        alfred alf alfie fred
        alice ali allie
        alison allison ali allie
        amanda mandy
        amelia millie amy
        anastasia stacey tasia ana
        andrew andy drew andreas andrei
        angela angie ange
        angus gus
        ann anne anna annie nan nancy annette anita hannah
        anthony tony ant antonio anton antonios toni
        antoinette toni
        archibald archie
        arthur art artie
        barbara barb barbie babs
        barry baz bazza barrie
        bartholomew bart
        beatrice bea trixie
        belinda bel linda lindy
        benjamin ben benny benji
        bernadette bernie
        bernard bernie
        bradley brad
        brendan brenda bren
        bridget bridie brigid biddy
        brian bryan
        bronwyn bron
        calvin cal
        cameron cam
        carol carole caroline carolyn carrie lyn
        cassandra cass cassie sandra
        catherine katherine kathryn cathryn kate katie cathy kathy kath kitty katrina kat cate katarina ekaterina
        cecilia cec celia cissy
        charles charlie chas chuck carl karl carlos
        charlotte charlie lottie char
        christian chris
        christina christine chris tina chrissy kristina kristine kirsty
        christopher chris kit topher christos
        clarence clarrie
        clifford cliff
        colleen col
        constance connie
        cornelius con neil
        cynthia cindy
        daniel dan danny daniele
        danielle dani danny
        darren daz dazza
        david dave davey davo davide dawood
        deborah debra deb debbie
        deirdre dee
        dennis denis den
        derek rick
        diana diane dianne di
        dimitrios jim jimmy dimitri
        dominic dom nic
        donald don donny
        dorothy dot dotty dolly thea
        douglas doug
        duncan dunc
        edith edie
        edmund ed ted ned
        edward ed eddie ted teddy ned eduardo
        eileen aileen
        eleanor ellie nell nellie nora lenore
        elizabeth elisabeth liz lizzie beth betty bess bessie eliza lisa libby elsie lib ella elspeth
        ellen nell nellie ellie
        emily em emmy millie
        emma em
        eric rick
        ernest ernie
        eugene gene
        evangelia evie litsa
        evelyn evie eve
        florence flo florrie
        frances fran francie frankie
        francis frank fran frankie francesco franco
        francesca fran chess
        frederick fred freddie fredrick
        gabriel gabe
        gabrielle gabby gabe
        gareth gary garry gaz
        geoffrey jeffrey geoff jeff
        george georgie georgios giorgio jorge
        georgia georgina georgie gina
        gerald gerry jerry gerard
        geraldine gerry
        gertrude trudy gertie
        giovanni john gianni
        giuseppe joe joseph pino
        gordon gord
        grace gracie
        gregory greg gregg
        gwendolyn gwen wendy
        harold harry hal
        harriet hattie
        harrison harry
        heather heath
        helen nell helena elena eleni lena
        henry harry hal hank
        herbert bert herb
        hugh hughie hugo
        ian iain
        ibrahim abraham ibby
        ignatius iggy nash
        imogen immy
        irene rene
        isaac ike zac
        isabella isabel isabelle isobel bella izzy belle
        jacob jake yaakov
        jacqueline jackie jacqui
        james jim jimmy jamie jem
        jane janie jenny janet jan
        janet jan
        janice jan
        jasmine jas jasmin jasmyn
        jason jase jay
        jean jeanie jeanette
        jennifer jen jenny jenna
        jeremy jem jez jerry
        jessica jess jessie
        jillian gillian jill gill
        joan joanie
        joanne joanna jo joann
        john jack johnny jon jonathan ivan ioannis yiannis juan jean sean ian
        jonathan jon jonny johnathan nathan
        jordan jordie
        joseph joe joey yusuf jose
        josephine jo josie jose
        joshua josh
        judith judy jude
        julia julie jules
        julian jules
        julie jules
        justin jus
        karen kaz kazza
        kelly kel
        kenneth ken kenny
        kevin kev
        kimberley kimberly kim
        konstantinos con costa dino gus constantine
        kristen kris kirsten
        kylie kyles ky
        lachlan lachie lockie
        laura laurie lori
        lauren loz laurie
        laurence lawrence larry laurie loz
        leanne lee leeanne
        leonard len lenny leo
        leslie lesley les
        lillian lilian lily lil
        linda lyn lindy
        louis lou louie lewis luis
        louise lou
        lucas luke luca
        lucinda lucy cindy
        lynette lyn lynn lynne
        madeline madeleine madelyn maddie maddy
        malcolm mal
        margaret maggie meg peg peggy marg margie greta rita madge margot maisie marge
        maria marie mary mia
        marilyn maz lyn
        mark marcus marco marc
        martin marty
        martha marty mattie
        mary molly polly may maree marie maryam mariam
        matilda tilly mattie
        matthew matt matty mathew mateo
        maureen mo
        maurice morrie
        maxwell max
        maximilian max
        melanie mel
        melissa mel lissa missy
        mervyn merv
        michael mick mike micky mikey michel mikhail miguel michalis
        michelle shelly chelle shell
        miranda mandy
        mitchell mitch
        mohammed mohamed muhammad mohammad mo mohamad ahmed
        montgomery monty
        natalie nat
        nathan nate nat
        nathaniel nathan nate nat
        neville nev
        nicholas nick nicky nic nikolaos nicolas nikola
        nicole nikki nicky nic
        nigel nige
        noel noeline noelene
        norman norm
        oliver ollie
        olivia liv livvy ollie
        oscar ozzie
        pamela pam
        patricia pat patsy trish tricia patty
        patrick pat paddy rick padraig
        paul pauly paolo pavlos
        pauline paula polly
        penelope penny pen
        percival percy
        peter pete petros pietro pedro
        philip phillip phil
        philippa pip pippa
        phyllis phyl
        priscilla cilla
        prudence pru
        rachel rach rachael shelly
        raelene rae
        raymond ray
        rebecca bec becky beck becca
        reginald reg reggie rex
        richard rick ricky dick rich richie ricardo
        robert rob bob bobby robbie bert roberto robin
        robyn robin rob
        roderick rod roddy
        rodney rod
        roger rog
        ronald ron ronnie
        rosemary rose rosie romy
        roslyn rosalind ros roz
        rosa rose rosie rosina
        rupert rup
        russell russ rusty
        samantha sam sammy
        samuel sam sammy
        sarah sara sally sadie
        sebastian seb bastian
        sharon shaz shazza
        sheila shiela
        shirley shirl
        sidney sydney sid syd
        simon si simeon
        simone sim
        sophia sophie sofia soph
        stanley stan
        stephanie steph stevie stefanie
        stephen steven steve stevie stefan stefano stavros
        stuart stewart stu stew
        susan sue susie suzanne suzie suzy susannah
        sylvia sylvie
        tabitha tabby
        tamara tammy tam
        tamsin tam
        tania tanya
        terence terry tel terrence
        teresa theresa terry tess tessa terri
        theodore theo ted teddy
        thomas tom tommy tomas
        timothy tim timmy
        trevor trev
        tristan tris
        valerie val
        vanessa nessa ness
        veronica ronnie vera
        victor vic
        victoria vicki vicky tori vic
        vincent vince vinnie vincenzo
        virginia ginny
        vivian vivienne viv
        walter wal wally walt
        warren waz wazza
        wendy wend
        wilfred wilf fred
        william bill billy will liam willy guillermo
        winifred win winnie fred
        yvonne vonnie eve
        zachary zac zach zack zak zachariah
        zoe zoey
        """
}

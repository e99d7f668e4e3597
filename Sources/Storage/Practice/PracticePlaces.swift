import Casework

/// Real suburbs and towns with their postcodes, so that practice addresses look as addresses do.
struct PracticePlace: Sendable, Hashable {
    let suburb: String
    let postcode: String
    let state: AustralianState

    /// Each state with its places; a state is drawn as often as people live there.
    static let states: Weighted<[PracticePlace]> = Weighted(
        read(newSouthWales, .nsw),
        [
            read(victoria, .vic), read(queensland, .qld), read(westernAustralia, .wa), read(southAustralia, .sa),
            read(tasmania, .tas), read(capitalTerritory, .act), read(northernTerritory, .nt),
        ]
    ) { _, places in residents[places.first?.state ?? .nsw] ?? 1 }

    /// People in ten thousands (ABS, Estimated Resident Population, 2024, rounded).
    private static let residents: [AustralianState: Int] = [
        .nsw: 850, .vic: 700, .qld: 560, .wa: 298, .sa: 188, .tas: 58, .act: 47, .nt: 26,
    ]

    private static func read(_ text: String, _ state: AustralianState) -> [PracticePlace] {
        text.split(separator: ",").compactMap { entry in
            let words = entry.split(whereSeparator: \.isWhitespace)
            guard words.count > 1, let postcode = words.last, postcode.allSatisfy(\.isNumber) else { return nil }
            return PracticePlace(
                suburb: words.dropLast().joined(separator: " "), postcode: String(postcode), state: state)
        }
    }

    private static let newSouthWales = """
        Parramatta 2150, Blacktown 2148, Penrith 2750, Liverpool 2170, Bankstown 2200, Campbelltown 2560, Auburn 2144,
        Fairfield 2165, Cabramatta 2166, Merrylands 2160, Mount Druitt 2770, Westmead 2145, Castle Hill 2154, Hornsby
        2077, Chatswood 2067, Ryde 2112, Epping 2121, Strathfield 2135, Ashfield 2131, Marrickville 2204, Newtown
        2042, Redfern 2016, Bondi 2026, Maroubra 2035, Randwick 2031, Hurstville 2220, Kogarah 2217, Cronulla 2230,
        Sutherland 2232, Manly 2095, Dee Why 2099, Mona Vale 2103, Richmond 2753, Katoomba 2780, Gosford 2250, Wyong
        2259, Newcastle 2300, Charlestown 2290, Maitland 2320, Cessnock 2325, Singleton 2330, Muswellbrook 2333,
        Tamworth 2340, Armidale 2350, Taree 2430, Port Macquarie 2444, Coffs Harbour 2450, Grafton 2460, Lismore 2480,
        Ballina 2478, Byron Bay 2481, Wollongong 2500, Dapto 2530, Nowra 2541, Bega 2550, Goulburn 2580, Queanbeyan
        2620, Wagga Wagga 2650, Albury 2640, Griffith 2680, Orange 2800, Bathurst 2795, Dubbo 2830, Bourke 2840,
        Broken Hill 2880
        """

    private static let victoria = """
        Melbourne 3000, Carlton 3053, Richmond 3121, Footscray 3011, Sunshine 3020, St Albans 3021, Werribee 3030,
        Hoppers Crossing 3029, Tarneit 3029, Brunswick 3056, Coburg 3058, Preston 3072, Reservoir 3073, Thornbury
        3071, Craigieburn 3064, Broadmeadows 3047, Essendon 3040, Box Hill 3128, Doncaster 3108, Glen Waverley 3150,
        Ringwood 3134, Croydon 3136, Clayton 3168, Springvale 3171, Dandenong 3175, Noble Park 3174, Berwick 3806,
        Pakenham 3810, Cranbourne 3977, Frankston 3199, Mornington 3931, St Kilda 3182, Caulfield 3162, Melton 3337,
        Sunbury 3429, Geelong 3220, Corio 3214, Torquay 3228, Colac 3250, Warrnambool 3280, Ballarat 3350, Bendigo
        3550, Echuca 3564, Shepparton 3630, Wangaratta 3677, Wodonga 3690, Mildura 3500, Horsham 3400, Traralgon 3844,
        Moe 3825, Morwell 3840, Sale 3850, Bairnsdale 3875
        """

    private static let queensland = """
        Brisbane 4000, Fortitude Valley 4006, Toowong 4066, Indooroopilly 4068, Chermside 4032, Aspley 4034,
        Strathpine 4500, Caboolture 4510, Redcliffe 4020, Inala 4077, Sunnybank 4109, Woodridge 4114, Beenleigh 4207,
        Logan Central 4114, Browns Plains 4118, Ipswich 4305, Goodna 4300, Springfield 4300, Cleveland 4163, Capalaba
        4157, Wynnum 4178, Southport 4215, Nerang 4211, Surfers Paradise 4217, Coolangatta 4225, Toowoomba 4350,
        Warwick 4370, Dalby 4405, Roma 4455, Nambour 4560, Maroochydore 4558, Caloundra 4551, Gympie 4570, Maryborough
        4650, Hervey Bay 4655, Bundaberg 4670, Gladstone 4680, Rockhampton 4700, Emerald 4720, Mackay 4740, Bowen
        4805, Townsville 4810, Ayr 4807, Innisfail 4860, Cairns 4870, Atherton 4883, Mareeba 4880, Mount Isa 4825,
        Longreach 4730, Thursday Island 4875
        """

    private static let westernAustralia = """
        Perth 6000, Northbridge 6003, Subiaco 6008, Fremantle 6160, Cockburn Central 6164, Rockingham 6168, Mandurah
        6210, Armadale 6112, Gosnells 6110, Cannington 6107, Victoria Park 6100, Morley 6062, Mirrabooka 6061, Midland
        6056, Balga 6061, Joondalup 6027, Wanneroo 6065, Clarkson 6030, Bunbury 6230, Busselton 6280, Albany 6330,
        Northam 6401, Kalgoorlie 6430, Esperance 6450, Geraldton 6530, Carnarvon 6701, Karratha 6714, Port Hedland
        6721, Broome 6725, Kununurra 6743
        """

    private static let southAustralia = """
        Adelaide 5000, Norwood 5067, Glenelg 5045, Marion 5043, Noarlunga Centre 5168, Morphett Vale 5162, Port
        Adelaide 5015, Salisbury 5108, Elizabeth 5112, Gawler 5118, Modbury 5092, Campbelltown 5074, Mount Barker
        5251, Murray Bridge 5253, Victor Harbor 5211, Kadina 5554, Port Pirie 5540, Whyalla 5600, Port Augusta 5700,
        Port Lincoln 5606, Berri 5343, Mount Gambier 5290, Coober Pedy 5723
        """

    private static let tasmania = """
        Hobart 7000, Glenorchy 7010, Moonah 7009, Sandy Bay 7005, Bellerive 7018, Rosny Park 7018, Kingston 7050, New
        Norfolk 7140, Sorell 7172, Launceston 7250, Mowbray 7248, George Town 7253, Devonport 7310, Ulverstone 7315,
        Burnie 7320, Smithton 7330, Queenstown 7467
        """

    private static let capitalTerritory = """
        Canberra 2601, Braddon 2612, Dickson 2602, Belconnen 2617, Kippax 2615, Gungahlin 2912, Woden 2606, Weston
        2611, Kambah 2902, Tuggeranong 2900, Fyshwick 2609
        """

    private static let northernTerritory = """
        Darwin 0800, Casuarina 0810, Nightcliff 0810, Palmerston 0830, Humpty Doo 0836, Katherine 0850, Tennant Creek
        0860, Alice Springs 0870, Nhulunbuy 0880
        """
}

/// Street names without a place: none of them says where it stands.
enum PracticeStreets {
    static let names = [
        "Acacia", "Albert", "Alfred", "Banksia", "Bay", "Beach", "Boronia", "Bridge", "Campbell", "Cedar", "Charles",
        "Church", "Clarence", "Elizabeth", "Forest", "George", "Gordon", "Grevillea", "Grey", "High", "Hill", "James",
        "Jacaranda",
        "John", "King", "Lake", "Lyons", "Main", "Mary", "Mill", "Moreton", "Murray", "Myrtle", "North", "Ocean",
        "Oxford",
        "Park", "Phillip", "Queen", "Railway", "River", "Robinson", "Rose", "Scott", "Spencer", "Station", "Stirling",
        "Tasman", "Victoria", "Walker", "Waratah", "Wattle", "Wellington", "William", "York",
    ]
    static let types = [
        "Street", "Road", "Avenue", "Street", "Crescent", "Court", "Place", "Drive", "Lane", "Parade", "Way",
    ]
}

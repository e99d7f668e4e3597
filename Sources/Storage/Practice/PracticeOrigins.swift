/// Where a family's names come from.
struct PracticeOrigin: Sendable {
    /// People of a thousand.
    let share: Int
    /// The language in which an interpreter may be needed; nil for English.
    let language: String?
    /// How many of a hundred carry a given name of this origin; the others an English one.
    let keeps: Int
    let female: Weighted<String>
    let male: Weighted<String>
    let surnames: Weighted<String>

    init(
        _ share: Int, language: String?, keeps: Int, flatness: Int = 6, female: String, male: String, surnames: String
    ) {
        self.share = share
        self.language = language
        self.keeps = keeps
        self.female = Weighted(names: female)
        self.male = Weighted(names: male)
        self.surnames = Weighted(names: surnames, flatness: flatness)
    }

    /// All but the English-speaking majority, whose names follow the generation. Shares of a thousand, roughly as
    /// ancestry was answered in the census of 2021; the rest is the majority's.
    static let all: [PracticeOrigin] = [
        PracticeOrigin(
            50, language: "Mandarin", keeps: 55, flatness: 3,
            female: "Li, Mei, Xiu, Yan, Fang, Jing, Ying, Hui, Min, Xue, Qing, Na, Yi-Ling, Mei-Hua",
            male: "Wei, Jian, Ming, Jun, Hao, Lei, Feng, Chao, Bo, Tao, Peng, Cheng, Kai-Wen, Zhi-Hao",
            surnames: """
                Wang, Li, Zhang, Chen, Liu, Huang, Yang, Zhao, Wu, Zhou, Lin, Xu, Sun, Ma, Zhu, Hu, Guo, He, Gao, Luo,
                Zheng, Liang, Xie, Tang, Deng, Feng, Cao, Peng, Lü, Xiao
                """),
        PracticeOrigin(
            14, language: "Cantonese", keeps: 30,
            female: "Siu-Ling, Wai-Yin, Ka-Yan, Mei-Ling, Suk-Fong",
            male: "Kin-Wah, Chi-Ming, Wai-Keung, Ka-Ho, Siu-Fai",
            surnames:
                "Wong, Chan, Lee, Leung, Cheung, Lau, Ng, Ho, Yeung, Kwok, Tse, Chow, Fung, Yip, Mak, Tsang, Lam, Au"),
        PracticeOrigin(
            16, language: "Vietnamese", keeps: 60, flatness: 0,
            female: "Lan, Hoa, Mai, Huong, Thuy, Linh, Trang, Ngoc, Hanh, Yen, Kim-Anh, Hồng, Thảo",
            male: "Minh, Tuan, Hung, Dung, Long, Hai, Quang, Thanh, Khoa, Duc, Bao, Dũng, Hải",
            surnames: """
                Nguyen, Tran, Le, Pham, Huynh, Vo, Phan, Truong, Bui, Dang, Do, Ngo, Duong, Ly, Dinh, Vu, Nguyễn,
                Trần, Lê
                """),
        PracticeOrigin(
            45, language: "Hindi", keeps: 92,
            female:
                "Priya, Anjali, Sunita, Kavita, Pooja, Neha, Deepa, Meera, Asha, Divya, Lakshmi, Shreya, Ananya, Rekha",
            male: "Raj, Amit, Rahul, Sanjay, Vijay, Arjun, Rohit, Anil, Suresh, Vikram, Aditya, Karthik, Nikhil, Ravi",
            surnames: """
                Patel, Sharma, Kumar, Reddy, Shah, Gupta, Nair, Das, Mehta, Rao, Iyer, D'Souza, Verma, Joshi, Desai,
                Menon, Pillai, Chopra, Fernandes, Banerjee, Chatterjee, Krishnan, Agarwal, Malhotra, Bhatt, Kulkarni
                """),
        PracticeOrigin(
            14, language: "Punjabi", keeps: 95, flatness: 0,
            female: "Harpreet, Manpreet, Jasleen, Simran, Kiran, Gurpreet",
            male: "Gurpreet, Harjit, Manjit, Jaspreet, Baljit",
            surnames: "Singh, Kaur, Gill, Sidhu, Dhillon, Sandhu, Grewal, Brar"),
        PracticeOrigin(
            8, language: "Sinhala", keeps: 85,
            female: "Nilmini, Chamari, Dilani, Sanduni, Ishara", male: "Nuwan, Chaminda, Kasun, Ruwan, Dinesh",
            surnames:
                "Perera, Fernando, De Silva, Jayawardena, Wickramasinghe, Bandara, Gunawardena, Ranasinghe, Dissanayake"
        ),
        PracticeOrigin(
            44, language: "Italian", keeps: 55,
            female:
                "Maria, Rosa, Giovanna, Francesca, Lucia, Carmela, Angela, Teresa, Concetta, Giulia, Chiara, Daniela",
            male:
                "Giuseppe, Antonio, Salvatore, Domenico, Francesco, Mario, Luigi, Carlo, Vincenzo, Marco, Rocco, Luca",
            surnames: """
                Rossi, Russo, Romeo, Italiano, Caruso, Greco, Marino, Bruno, De Luca, Costa, Giordano, Rizzo,
                Lombardi, D'Angelo, D'Amico, Barbaro, Sergi, Catanzariti, Morabito, Furfaro, Pellegrino, Santoro,
                Vitale, Di Pietro, Colosimo, Ferraro, Gallo, Palermo, Zappia, Mammone
                """),
        PracticeOrigin(
            17, language: "Greek", keeps: 60,
            female: "Maria, Eleni, Sofia, Vasiliki, Georgia, Despina, Anastasia, Katerina, Dimitra, Stavroula",
            male: "George, Dimitrios, Konstantinos, Ioannis, Nikolaos, Christos, Panagiotis, Spiros, Stavros, Theo",
            surnames: """
                Papadopoulos, Georgiou, Dimopoulos, Nikolaou, Pappas, Economou, Karras, Andreou, Christodoulou,
                Kyriakou, Vlahos, Stathopoulos, Manolis, Angelopoulos, Petrou, Kostas, Tsakiris, Zervas
                """),
        PracticeOrigin(
            26, language: "Arabic", keeps: 88,
            female: "Fatima, Mariam, Zeinab, Layla, Amina, Nour, Rana, Hala, Samira, Yasmin, Rima, Huda",
            male: "Mohammed, Ahmad, Ali, Hassan, Omar, Khaled, Youssef, Ibrahim, Bilal, Tarek, Charbel, Elias, Samir",
            surnames: """
                Haddad, Khoury, Nassar, Ibrahim, Hassan, Saad, Ali, Mansour, El-Masri, Khalil, Hanna, Abdallah, Fares,
                Daher, Al-Jaber, Chahine, Youssef, Sayed, Hamdan, Moussa, Rahme, Taleb, Zreika, Abboud, Bazzi
                """),
        PracticeOrigin(
            16, language: "Filipino", keeps: 75,
            female: "Maria Cristina, Jennelyn, Rosario, Lourdes, Marites, Angelica, Corazon, Analyn",
            male: "Jose, Ramon, Rodel, Arnel, Jericho, Eduardo, Reynaldo, Angelo",
            surnames: """
                Santos, Reyes, Cruz, Bautista, Ocampo, Garcia, Mendoza, Torres, Villanueva, Dela Cruz, Aquino,
                Castillo, Pascual, Salazar, Manalo, Magsaysay
                """),
        PracticeOrigin(
            12, language: "Samoan", keeps: 75,
            female: "Sina, Leilani, Mele, Losa, Ana, Tala, Sela, Moana, Lupe",
            male: "Sione, Tevita, Viliami, Ioane, Manu, Semisi, Filipo, Malakai, Tama",
            surnames: """
                Tuilagi, Fa'asavalu, Taufa, Latu, Leota, Fifita, Tupou, Vaka, Lolo, Ma'afu, Seumanu, Taumoepeau, Sefo,
                Pulu, Tauiliili, Mataia
                """),
        PracticeOrigin(
            9, language: nil, keeps: 70,
            female: "Aroha, Marama, Ngaire, Hine, Anahera, Kiri", male: "Wiremu, Tāne, Rangi, Hemi, Tamati, Nikau",
            surnames: "Te Whare, Ngata, Parata, Tamihana, Rāwiri, Waaka, Tautari, Hohepa"),
        PracticeOrigin(
            32, language: nil, keeps: 22,
            female: "Kirra, Marli, Lowanna, Jedda, Tarni, Kyah, Bindi, Yindi, Alinta, Mirri",
            male: "Jarrah, Jirra, Koa, Birrani, Mullion, Banjo, Tarkyn, Warrin",
            surnames: """
                Nona, Mosby, Tamwoy, Bani, Ghee, Yarran, Ugle, Pickett, Bropho, Moffitt, Bamblett, Atkinson, Nelson,
                Roberts, Napaljarri, Jungarrayi, Nampijinpa, Kantilla, Puruntatameri, Wunungmurra, Dhamarrandji,
                Cubillo
                """),
        PracticeOrigin(
            18, language: "Serbian", keeps: 62,
            female: "Milica, Jelena, Dragana, Vesna, Snežana, Ivana, Marija, Biljana",
            male: "Zoran, Dragan, Milan, Nikola, Goran, Stefan, Marko, Željko, Slobodan, Ivan",
            surnames: """
                Jovanovic, Petrovic, Nikolic, Markovic, Horvat, Kovacevic, Babic, Novak, Maric, Jovanović, Petrović,
                Đorđević, Kovačević, Stojanovski, Ristevski, Matic, Tomic, Pavlovic, Vukovic, Ilic
                """),
        PracticeOrigin(
            7, language: "Turkish", keeps: 85,
            female: "Ayşe, Fatma, Emine, Elif, Zeynep, Hatice", male: "Mehmet, Mustafa, Ahmet, Hüseyin, Emre, Hakan",
            surnames: "Yılmaz, Kaya, Demir, Şahin, Çelik, Öztürk, Arslan, Aydin, Koç, Yildirim"),
        PracticeOrigin(
            10, language: "Korean", keeps: 65, flatness: 1,
            female: "Ji-Woo, Soo-Jin, Min-Ji, Eun-Ji, Hye-Jin, Yuna",
            male: "Min-Jun, Ji-Hoon, Sung-Min, Jae-Won, Dong-Hyun",
            surnames: "Kim, Lee, Park, Choi, Jung, Kang, Cho, Yoon, Jang, Lim, Shin, Seo"),
        PracticeOrigin(
            12, language: "Spanish", keeps: 80,
            female: "María, Carmen, Ana, Lucía, Sofía, Gabriela, Inés, Beatriz",
            male: "José, Luis, Carlos, Juan, Andrés, Diego, Raúl, Martín",
            surnames:
                "González, Rodríguez, Muñoz, Fernández, López, Díaz, Pérez, Sánchez, Ramírez, Castro, Núñez, Rojas, Silva"
        ),
        PracticeOrigin(
            8, language: "Dari", keeps: 92,
            female: "Zahra, Parisa, Shirin, Maryam, Soraya", male: "Reza, Hamid, Farhad, Ghulam, Mehdi, Nasir",
            surnames: "Ahmadi, Rezaei, Hosseini, Haidari, Mohammadi, Karimi, Nazari, Rahimi, Akbari, Sadat"),
        PracticeOrigin(
            8, language: "Dinka", keeps: 88,
            female: "Achol, Nyandeng, Abuk, Adut, Ajak", male: "Deng, Garang, Majok, Akol, Kuol",
            surnames: "Deng, Garang, Mabior, Akech, Ajang, Bol, Makuei, Malual, Thon"),
        PracticeOrigin(
            6, language: "Amharic", keeps: 90,
            female: "Tigist, Hirut, Selam, Meron", male: "Abebe, Tesfaye, Dawit, Yonas",
            surnames: "Tesfaye, Bekele, Haile, Kebede, Alemu, Girma, Tadesse"),
        PracticeOrigin(
            42, language: nil, keeps: 25,
            female: "Ingrid, Ursula, Heidi, Anneliese, Johanna, Katarzyna, Elzbieta, Marieke, Jean-Anne",
            male: "Hans, Karl, Dieter, Jürgen, Wilhelm, Pieter, Jan, Stanislaw, Jean-Pierre, Heinz",
            surnames: """
                Schmidt, Müller, Schulz, Weber, Wagner, Becker, Hoffmann, Zimmermann, Lehmann, Krüger, De Vries, Van
                Der Berg, Jansen, Bakker, Visser, Kowalski, Nowak, Wisniewski, Wójcik, Lange, Richter, Werner,
                Schröder, Van Dijk, Lindqvist, Hansen, Nielsen, Dubois, Laurent, Molnár
                """),
    ]
}

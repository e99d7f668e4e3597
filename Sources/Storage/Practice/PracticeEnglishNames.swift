/// Given names of the English-speaking majority by year of birth, and its surnames; Irish, Scottish and Welsh among
/// them.
enum PracticeEnglishNames {
    /// The names of a generation: those born before `until`, exclusive.
    struct Cohort: Sendable {
        let until: Int
        let female: Weighted<String>
        let male: Weighted<String>
    }

    /// From the oldest; the last has no end.
    static let cohorts: [Cohort] = [
        Cohort(
            until: 1946,
            female: Weighted(
                names: """
                    Margaret, Joan, Patricia, Betty, Dorothy, Shirley, Joyce, Beryl, Marjorie, Heather, Audrey,
                    Valerie, Barbara, Norma, Gwendoline, June, Beverley, Elaine, Maureen, Marion, Edna, Thelma, Coral,
                    Nola, Iris, Olive, Daphne, Mavis, Doreen, Eileen, Fay, Gloria, Hazel, Ivy, Merle, Una, Mary-Anne
                    """),
            male: Weighted(
                names: """
                    John, William, Robert, James, Kevin, Ronald, Kenneth, Raymond, Donald, Brian, Allan, Keith,
                    Norman, Leslie, Leonard, Frederick, Maxwell, Gordon, Stanley, Neville, Alfred, Clifford, Harold,
                    Ernest, Cecil, Colin, Desmond, Douglas, Eric, Francis, Reginald, Sydney, Walter, Merv, Lindsay,
                    Clive
                    """)),
        Cohort(
            until: 1966,
            female: Weighted(
                names: """
                    Susan, Margaret, Christine, Jennifer, Judith, Robyn, Helen, Julie, Karen, Lynette, Pamela,
                    Elizabeth, Deborah, Sandra, Janet, Anne, Kerry, Wendy, Carol, Diane, Denise, Gail, Glenda,
                    Jillian, Kathleen, Leonie, Maree, Narelle, Noelene, Pauline, Raelene, Roslyn, Sharon, Suzanne,
                    Vicki, Yvonne, Anne-Marie
                    """),
            male: Weighted(
                names: """
                    Peter, John, David, Robert, Michael, Paul, Ian, Geoffrey, Stephen, Gary, Anthony, Graeme, Philip,
                    Wayne, Mark, Christopher, Bruce, Trevor, Terence, Ross, Barry, Russell, Gregory, Neil, Warren,
                    Alan, Dennis, Garry, Glenn, Kerry, Lawrence, Leigh, Malcolm, Noel, Rodney, Roger, Stuart, Vincent
                    """)),
        Cohort(
            until: 1986,
            female: Weighted(
                names: """
                    Michelle, Nicole, Lisa, Rebecca, Melissa, Sarah, Kylie, Kellie, Amanda, Belinda, Natalie, Tracey,
                    Joanne, Catherine, Fiona, Jodie, Tanya, Simone, Rachel, Danielle, Leanne, Narelle, Renée, Kirsty,
                    Angela, Bronwyn, Cassandra, Donna, Emma, Kate, Katrina, Larissa, Megan, Naomi, Sally, Samantha,
                    Tania
                    """),
            male: Weighted(
                names: """
                    Jason, Andrew, Matthew, Michael, David, Craig, Scott, Darren, Brett, Adam, Shane, Daniel, Anthony,
                    Timothy, Luke, Nathan, Simon, Damien, Justin, Brendan, Troy, Dean, Shaun, Travis, Aaron, Benjamin,
                    Bradley, Cameron, Jarrod, Leigh, Marcus, Nicholas, Patrick, Rohan, Stuart, Tristan, Clayton, Heath
                    """)),
        Cohort(
            until: 2006,
            female: Weighted(
                names: """
                    Jessica, Emily, Sarah, Stephanie, Emma, Lauren, Ashleigh, Hannah, Georgia, Caitlin, Amy, Madeline,
                    Brittany, Chloe, Olivia, Courtney, Zoë, Jasmine, Taylor, Holly, Bridget, Tayla, Monique, Paige,
                    Alexandra, Claudia, Eloise, Gabrielle, Imogen, Isabella, Kirra, Lucinda, Phoebe, Shannon, Sophie,
                    Tahlia, Ella-Rose
                    """),
            male: Weighted(
                names: """
                    Joshua, Thomas, Matthew, Daniel, Jack, James, Lachlan, Benjamin, Nicholas, Samuel, Jake,
                    Alexander, Liam, Mitchell, Jordan, Dylan, Zachary, Ryan, Harrison, Callum, Angus, Hamish, Brodie,
                    Connor, Blake, Corey, Ethan, Jayden, Jesse, Kane, Lewis, Oscar, Rhys, Riley, Tyson, Toby, Declan,
                    Jackson
                    """)),
        Cohort(
            until: .max,
            female: Weighted(
                names: """
                    Charlotte, Olivia, Amelia, Isla, Ava, Mia, Grace, Matilda, Willow, Ivy, Ella, Harper, Evie, Ruby,
                    Sophie, Isabella, Lily, Poppy, Sienna, Audrey, Billie, Daisy, Eliza, Evelyn, Florence, Freya,
                    Frankie, Hazel, Layla, Lola, Mackenzie, Millie, Penelope, Quinn, Stella, Summer, Chloé, Violet,
                    Zara
                    """),
            male: Weighted(
                names: """
                    Oliver, Noah, Jack, William, Leo, Henry, Charlie, Theodore, Hudson, Lucas, Thomas, Archie, Levi,
                    Archer, Isaac, Cooper, Mason, Hunter, Elijah, Harvey, Arlo, Arthur, Beau, Darcy, Eli, Finn, Flynn,
                    George, Harry, Jasper, Kai, Max, Ned, Patrick, Spencer, Ted, Xavier, Lincoln, Banjo
                    """)),
    ]

    static let surnames = Weighted(
        names: """
            Smith, Jones, Williams, Brown, Wilson, Taylor, Johnson, White, Martin, Anderson, Thompson, Thomas, Walker,
            Harris, Ryan, Robinson, Kelly, King, Davis, Wright, Evans, Roberts, Green, Hall, Wood, Jackson, Clarke,
            Hill, Edwards, Lewis, Mitchell, Young, Scott, Moore, Watson, Turner, Clark, Cooper, Campbell, Miller,
            Murphy, Bell, Allen, Ward, McDonald, Adams, Parker, Baker, Stewart, Phillips, Collins, Morris, Murray,
            Richardson, Cook, O'Brien, Rogers, Carter, Gray, Russell, Marshall, Graham, Simpson, Bailey, Robertson,
            Cox, Bennett, Morgan, Hughes, Price, Reid, Shaw, Kennedy, Fraser, Ross, Henderson, Webb, Mills, O'Connor,
            Foster, Hamilton, Butler, Davies, Barker, Ellis, Grant, Walsh, Burns, Palmer, Hunt, Stevens, Matthews,
            Elliott, Knight, Gibson, Fisher, Powell, Burke, Harvey, Johnston, Ford, Holmes, Cameron, Griffiths, Dunn,
            Mason, Sullivan, Lloyd, Chapman, Pearson, Armstrong, Lynch, McCarthy, Hart, O'Neill, Fletcher, Howard,
            Dixon, Lawson, Andrews, Perry, Hayes, Stone, Francis, Wells, Ferguson, Barnes, Jenkins, Black, Page, Rose,
            Day, Bird, West, Fox, Lane, Payne, Porter, Spencer, Byrne, Doyle, Kerr, Hogan, Nolan, Quinn, Gallagher,
            McKenzie, McGrath, McLean, MacDonald, Fitzgerald, O'Sullivan, O'Donnell, O'Keefe, Brennan, Carroll, Daly,
            Dwyer, Flynn, Healy, Kavanagh, Maguire, Moloney, Power, Sheehan, Sweeney, Tierney, Whelan, Abbott,
            Atkinson, Baldwin, Banks, Barrett, Beck, Bishop, Blackburn, Bolton, Booth, Bradley, Briggs, Bryant, Carey,
            Chambers, Cole, Cooke, Crawford, Cross, Curtis, Dawson, Dean, Douglas, Duncan, Farrell, Fleming, Freeman,
            French, Gardner, George, Gilbert, Goodwin, Gordon, Gould, Hancock, Harper, Hawkins, Hicks, Hodge, Holland,
            Hopkins, Hudson, Humphries, Hutchinson, Ingram, Irwin, Kemp, Lambert, Little, Lowe, Mackay, Marsh, May,
            McIntyre, McLeod, McMahon, Miles, Moss, Newman, Newton, Nicholson, Norman, Norris, Osborne, Owen, Parsons,
            Pratt, Preston, Randall, Read, Reynolds, Rhodes, Rowe, Saunders, Sharp, Short, Skinner, Slater, Steele,
            Summers, Sutton, Tucker, Wallace, Walters, Warren, Waters, Watts, Weston, Wheeler, Winter, Woods, Yates
            """, flatness: 12)

    /// What people are called instead of their given name.
    static let shortNames: [String: String] = [
        "Margaret": "Peg", "Patricia": "Trish", "Elizabeth": "Liz", "Susan": "Sue", "Christine": "Chris",
        "Jennifer": "Jenny", "Judith": "Judy", "Deborah": "Deb", "Pamela": "Pam", "Kathleen": "Kath", "Rebecca": "Bec",
        "Michelle": "Shelley", "Nicole": "Nic", "Amanda": "Mandy", "Catherine": "Cath", "Joanne": "Jo",
        "Samantha": "Sam",
        "Jessica": "Jess", "Stephanie": "Steph", "Ashleigh": "Ash", "Madeline": "Maddie", "Alexandra": "Alex",
        "Gabrielle": "Gabby", "Isabella": "Bella", "Charlotte": "Charlie", "Matilda": "Tilly", "Olivia": "Liv",
        "John": "Jack", "William": "Bill", "Robert": "Bob", "James": "Jim", "Kevin": "Kev", "Ronald": "Ron",
        "Kenneth": "Ken", "Raymond": "Ray", "Donald": "Don", "Leonard": "Len", "Frederick": "Fred", "Maxwell": "Max",
        "Michael": "Mick", "Geoffrey": "Geoff", "Stephen": "Steve", "Anthony": "Tony", "Philip": "Phil",
        "Christopher": "Chris", "Terence": "Terry", "Gregory": "Greg", "Lawrence": "Laurie", "Rodney": "Rod",
        "Andrew": "Andy", "Matthew": "Matt", "Daniel": "Dan", "Timothy": "Tim", "Nathan": "Nath", "Benjamin": "Ben",
        "Nicholas": "Nick", "Joshua": "Josh", "Thomas": "Tom", "Lachlan": "Lachie", "Samuel": "Sam",
        "Alexander": "Alex", "Mitchell": "Mitch", "Zachary": "Zac", "Harrison": "Harry", "Theodore": "Teddy",
    ]
}

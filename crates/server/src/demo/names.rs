// SPDX-License-Identifier: AGPL-3.0-or-later
//! Common names of people who live in Milan, by where their families come from. Combined at random, they name nobody.

mod italian;
mod origin;

pub(super) use origin::{Names, Standing};

pub(super) const NAMES: [Names; 12] = [
    italian::NAMES,
    Names {
        weight: 8,
        standing: Standing::Other,
        family: &[
            "Hassan",
            "Ibrahim",
            "Mahmoud",
            "Abdelrahman",
            "Said",
            "Farouk",
            "Mansour",
            "Khalil",
            "Soliman",
            "Gad",
        ],
        female: &[
            "Fatma", "Mona", "Heba", "Aya", "Mariam", "Nour", "Samira", "Yasmin",
        ],
        male: &[
            "Ahmed", "Mohamed", "Mahmoud", "Omar", "Youssef", "Karim", "Adel", "Tarek",
        ],
    },
    Names {
        weight: 7,
        standing: Standing::Other,
        family: &[
            "El Idrissi",
            "Bennani",
            "Alaoui",
            "Tazi",
            "Amrani",
            "Berrada",
            "Chraibi",
            "Fassi",
            "Naciri",
            "Ziani",
        ],
        female: &[
            "Fatima", "Khadija", "Aicha", "Salma", "Hanane", "Imane", "Zineb", "Naima",
        ],
        male: &[
            "Mohammed", "Rachid", "Hamza", "Abdellah", "Youssef", "Said", "Nabil", "Anas",
        ],
    },
    Names {
        weight: 7,
        standing: Standing::Other,
        family: &[
            "Reyes",
            "Santos",
            "Cruz",
            "Bautista",
            "Ocampo",
            "Garcia",
            "Mendoza",
            "Villanueva",
            "Aquino",
            "Ramos",
        ],
        female: &[
            "Maricel", "Jocelyn", "Rowena", "Angelica", "Liza", "Cristina", "Grace", "Jasmine",
        ],
        male: &[
            "Jose",
            "Ramon",
            "Rodel",
            "Jerome",
            "Mark",
            "Angelo",
            "Ferdinand",
            "Noel",
        ],
    },
    Names {
        weight: 6,
        standing: Standing::Other,
        family: &[
            "Quispe", "Flores", "Huaman", "Rojas", "Mamani", "Vargas", "Chavez", "Salazar", "Paredes",
            "Cardenas",
        ],
        female: &[
            "Rosa Maria",
            "Carmen",
            "Milagros",
            "Luz",
            "Patricia",
            "Yesenia",
            "Ana",
            "Daniela",
        ],
        male: &[
            "Jose Luis",
            "Carlos",
            "Miguel",
            "Jorge",
            "Juan",
            "Cesar",
            "Diego",
            "Renzo",
        ],
    },
    Names {
        weight: 6,
        standing: Standing::Eu,
        family: &[
            "Ionescu", "Popescu", "Popa", "Dumitru", "Stan", "Stoica", "Gheorghe", "Munteanu", "Radu",
            "Lazar",
        ],
        female: &[
            "Elena", "Ioana", "Mihaela", "Andreea", "Gabriela", "Cristina", "Alina", "Daniela",
        ],
        male: &[
            "Ion",
            "Andrei",
            "Mihai",
            "Alexandru",
            "Florin",
            "Adrian",
            "Vasile",
            "Cristian",
        ],
    },
    Names {
        weight: 5,
        standing: Standing::Other,
        family: &[
            "Shevchenko",
            "Kovalenko",
            "Bondarenko",
            "Tkachenko",
            "Melnyk",
            "Boyko",
            "Kravchenko",
            "Moroz",
        ],
        female: &[
            "Oksana", "Nataliya", "Iryna", "Olena", "Svitlana", "Kateryna", "Halyna",
        ],
        male: &["Oleksandr", "Andriy", "Serhiy", "Mykola", "Ivan", "Dmytro"],
    },
    Names {
        weight: 4,
        standing: Standing::Other,
        family: &[
            "Islam",
            "Hossain",
            "Rahman",
            "Ahmed",
            "Miah",
            "Akter",
            "Chowdhury",
            "Khan",
        ],
        female: &["Nasrin", "Sharmin", "Ayesha", "Rokeya", "Taslima", "Farzana"],
        male: &["Abdul", "Rafiq", "Kamal", "Shahin", "Jahangir", "Imran"],
    },
    Names {
        weight: 4,
        standing: Standing::Other,
        family: &[
            "Perera",
            "Fernando",
            "De Silva",
            "Jayasuriya",
            "Warnakulasuriya",
            "Dissanayake",
            "Gunawardena",
        ],
        female: &["Nilmini", "Chamari", "Dilani", "Sanduni", "Anusha"],
        male: &["Nimal", "Sunil", "Chaminda", "Ruwan", "Asanka"],
    },
    Names {
        weight: 3,
        standing: Standing::Other,
        family: &["Hoxha", "Shehu", "Prifti", "Gjoka", "Dervishi", "Kola", "Marku"],
        female: &["Elira", "Valbona", "Mirela", "Ardita", "Blerina"],
        male: &["Arben", "Besnik", "Ilir", "Gentian", "Altin"],
    },
    Names {
        weight: 2,
        standing: Standing::Other,
        family: &["Diop", "Ndiaye", "Fall", "Sow", "Gueye", "Mbaye"],
        female: &["Awa", "Fatou", "Mariama", "Ndeye", "Aminata"],
        male: &["Mamadou", "Cheikh", "Ousmane", "Ibrahima", "Modou"],
    },
    Names {
        weight: 2,
        standing: Standing::Other,
        family: &["Zambrano", "Cedeño", "Moreira", "Vera", "Intriago", "Macias"],
        female: &["Gladys", "Jessica", "Mariuxi", "Karina", "Narcisa"],
        male: &["Washington", "Jefferson", "Luis", "Byron", "Wilmer"],
    },
];

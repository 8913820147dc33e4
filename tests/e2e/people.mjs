// SPDX-License-Identifier: AGPL-3.0-or-later
// The people of these tests: two social workers, a housing officer and a coordinator, all invented. The
// password is for the server, the phrase opens their store on a tablet.

const WELFARE = "Assessorato al Welfare";
const HOUSING = "Assessorato alla Casa";

export const ANNA = {
  signIn: "anna.prova",
  name: "Anna Prova",
  role: "social-worker",
  organisation: WELFARE,
  password: "otto-tegole-rosse",
  phrase: "tre gatti sul tetto",
};

export const BRUNO = {
  signIn: "bruno.prova",
  name: "Bruno Prova",
  role: "social-worker",
  organisation: WELFARE,
  password: "sette-persiane-verdi",
  phrase: "due bici in cortile",
};

export const OLGA = {
  signIn: "olga.prova",
  name: "Olga Prova",
  role: "housing-officer",
  organisation: HOUSING,
  password: "nove-chiavi-di-ottone",
  phrase: "cinque mele in tavola",
};

export const ELENA = {
  signIn: "elena.prova",
  name: "Elena Prova",
  role: "coordinator",
  organisation: HOUSING,
  password: "cinque-lampioni-accesi",
  phrase: "una lampada accesa",
};

// SPDX-License-Identifier: AGPL-3.0-or-later
// The people of these tests: two social workers, a housing officer and a coordinator, all invented.

const WELFARE = "Assessorato al Welfare";
const HOUSING = "Assessorato alla Casa";

export const ANNA = {
  signIn: "anna.prova",
  name: "Anna Prova",
  role: "social-worker",
  organisation: WELFARE,
  password: "otto-tegole-rosse",
};

export const BRUNO = {
  signIn: "bruno.prova",
  name: "Bruno Prova",
  role: "social-worker",
  organisation: WELFARE,
  password: "sette-persiane-verdi",
};

export const OLGA = {
  signIn: "olga.prova",
  name: "Olga Prova",
  role: "housing-officer",
  organisation: HOUSING,
  password: "nove-chiavi-di-ottone",
};

export const ELENA = {
  signIn: "elena.prova",
  name: "Elena Prova",
  role: "coordinator",
  organisation: HOUSING,
  password: "cinque-lampioni-accesi",
};

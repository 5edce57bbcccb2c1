// Left out are words that name something particular elsewhere: “marche” is also a walk, and “product” is what a shop sells.
const lines = [
  'app apps appli applis application applikation aplicacion aplicativo applicazione applicatie anwendung sovellus software logiciel',
  'update updated upgrade version release maj aktualisierung versie versao versio actualizacion aggiornamento atualizacao uppdatering opdatering oppdatering paivitys',
  'latest derniere letzte letzter neueste ultima ultimo laatste senaste seneste siste',
  'problem probleme problema probleem ongelma issue bug error erreur fehler fallo errore',
  'impossible imposible impossibile impossivel unmoglich onmogelijk omojlig umulig',
  'work fonctionner fonctionne funktionieren funktioniert funciona funziona werkt fungerar virker toimii',
  'hello bonjour hallo hola ciao please thanks merci danke gracias grazie obrigado bedankt',
]

/**
 * Words for any product and any trouble with it, without accents. They count in every language: people write “update” in all of them, and a few
 * words rarely tell their language.
 */
export const genericWords = lines.flatMap((line) => line.split(' '))

// “Mise à jour”: of the two words, each tells something alone.
const genericPairs = new Set(['mise jour', 'mises jour', 'mise jours', 'mises jours'])

/** Whether the word at a place belongs to two that are generic together. */
export function isInGenericPair(words: string[], place: number) {
  return genericPairs.has(`${words[place]} ${words[place + 1]}`) || genericPairs.has(`${words[place - 1]} ${words[place]}`)
}

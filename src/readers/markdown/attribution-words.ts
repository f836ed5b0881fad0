/** Words by which a dashed line is told apart: a name, a title before it, or speech. Lower case, several languages in one set. */

/** Before a family name, written small. */
export const particles = new Set(
  'al el ad an ar as ash at az bin ibn bint abu umm da das de del della den der des di do dos du la las le les lo los ten ter ’t van von y zu zum zur d l'.split(
    ' ',
  ),
)

/** Before a speaker without a name: "a UN official", "une habitante". */
export const articles = new Set(
  'a an the one un une le la les l ein eine der die das un una el los uno il lo um uma o een de'.split(' '),
)

/** After these a full stop ends no sentence. */
export const titles = new Set(
  'adm assoc brig capt cdr cmdr co col corp cpl dept dr det fr gen gov hon inc insp jr lt ltd maj messrs mgr min mr mrs ms mt mx no ph prof rep rev rt sen sgt sr st ste sgt supt vs mag dipl ing ra hr fr mme mlle m d dra sra srta lic sig prof dott avv г д им проф'.split(
    ' ',
  ),
)

/** Verbs of saying, in the forms that newspapers and novels put beside direct speech. */
export const speechVerbs = new Set(
  [
    'said says asked asks replied answered added told shouted whispered cried continued explained insisted',
    'dit dis répond répondit répondis demande demanda ajoute ajouta lança murmura cria reprit déclara déclare expliqua explique',
    'dijo dice preguntó pregunta respondió responde contestó añadió exclamó gritó explicó murmuró',
    'disse perguntou respondeu acrescentou afirmou exclamou explicou',
    'disse dice chiese rispose aggiunse domandò esclamò spiegò',
    'sagte sagt fragte fragt antwortete erwiderte rief meinte ergänzte flüsterte erklärte',
    'zei zegt vroeg antwoordde riep',
    'сказал сказала сказали говорит спросил спросила ответил ответила добавил добавила воскликнул крикнул произнёс произнес',
    'сказав сказала відповів відповіла запитав додав',
    'powiedział powiedziała zapytał zapytała odpowiedział odpowiedziała dodał',
    'säger frågade svarade sade sier spurte svarte siger spurgte svarede',
    'dedi sordu',
  ].flatMap(line => line.split(' ')),
)

/** After a name and its comma, part of the name. Without full stops. */
export const nameSuffixes = new Set(
  'jr sr ii iii iv esq phd md mp kc qc mbe obe cbe dds rn jd llm msc ba ma mba'.split(' '),
)

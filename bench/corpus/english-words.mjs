/** The stock of words that the English text is made of. Inflected and derived forms are made by rule. */
const list = text => text.trim().split(/\s+/)

export const people =
  list(`minister mayor engineer farmer teacher nurse driver owner lawyer judge clerk baker fisherman official
resident tenant landlord professor economist historian surveyor carpenter electrician contractor investor spokeswoman spokesman
councillor commissioner secretary treasurer director chairwoman inspector auditor librarian musician painter architect chemist
biologist geologist physician surgeon pharmacist student pupil parent neighbour volunteer candidate voter witness detective
constable prisoner sailor captain pilot conductor mechanic gardener shepherd forester miner smelter weaver tailor printer editor
reporter photographer translator diplomat envoy ambassador general soldier veteran merchant grocer butcher innkeeper waiter
cook postman courier accountant banker broker insurer statistician planner developer negotiator mediator campaigner founder`)

export const things =
  list(`harbour bridge railway station timetable budget report river valley school hospital market factory
warehouse orchard vineyard reservoir pipeline quarry lighthouse museum theatre library archive courthouse prison barracks airport
motorway tunnel canal ferry trawler tractor lorry tram carriage engine turbine generator transformer cable antenna satellite
telescope laboratory instrument thermometer barometer compass ledger invoice receipt contract licence permit statute amendment
clause treaty protocol memorandum petition pamphlet newspaper manuscript dictionary catalogue letter envelope parcel telegram
window doorway staircase corridor courtyard cellar attic chimney furnace boiler kettle saucepan cupboard drawer mattress blanket
overcoat umbrella spectacles bicycle pavement gutter drain culvert embankment levee sluice windmill sawmill granary silo barn
stable paddock hedge meadow pasture marsh estuary peninsula headland glacier plateau ravine waterfall forest plantation sapling
timber lumber plywood cement gravel limestone granite marble copper aluminium nickel lithium phosphate nitrogen hydrogen methane
diesel kerosene electricity battery magnet crystal ceramic textile cotton linen leather rubber plastic pigment varnish fertiliser
pesticide vaccine antibiotic bandage stretcher ambulance wheelchair prescription diagnosis symptom epidemic outbreak quarantine
harvest barley wheat potato onion cabbage lettuce tomato apricot cherry almond walnut honey butter cheese sausage herring mackerel
oyster lobster salmon sturgeon pigeon heron falcon sparrow hedgehog badger squirrel beaver tortoise beetle mosquito butterfly
committee parliament ministry agency authority council assembly tribunal commission foundation charity cooperative syndicate
corporation subsidiary partnership federation alliance delegation ombudsman constituency municipality province borough parish
election referendum ballot campaign coalition cabinet opposition manifesto speech debate motion resolution veto inquiry hearing
verdict sentence appeal settlement pension salary overtime holiday strike picket redundancy apprenticeship vacancy shift roster
mortgage dividend surplus deficit tariff subsidy customs inflation currency reserve bond share pledge auction tender estimate`)

export const ideas =
  list(`agreement answer argument attention balance behaviour belief boundary burden calculation caution
certainty chance change choice claim comfort competition complaint compromise concern condition confidence confusion consequence
consideration contribution convenience cost courage criticism curiosity custom damage danger decision decline delay demand
dependence description difference difficulty dignity disagreement discovery doubt duty economy education effort emergency emphasis
equality error evidence exception excuse expectation experience experiment explanation failure fairness favour fear freedom
friendship frustration generosity gratitude growth habit hardship health honesty hope hospitality identity ignorance imagination
improvement independence indifference influence information inheritance insistence inspiration integrity intention interest
interpretation invention investment judgement justice knowledge language leadership legislation liability loyalty maintenance
majority measurement memory method misfortune mistake moderation modesty monopoly necessity neglect negotiation neutrality
notice objection obligation observation obstacle offence opinion opportunity optimism organisation origin ownership patience
pattern penalty permission persistence perspective persuasion possibility poverty practice precaution precedent preference
prejudice pressure prestige principle privacy privilege probability procedure productivity progress promise proportion proposal
prosperity protection protest provision prudence publicity punishment purpose quality quantity question reason recognition
recommendation recovery reduction reform refusal regulation relief reluctance remedy reputation requirement resentment resilience
respect responsibility restraint revenue rhythm risk routine rumour sacrifice safety satisfaction scarcity scepticism secrecy
security sensitivity shortage silence solidarity solution sorrow sovereignty speculation stability standard strength stubbornness
success suggestion superstition supervision support surprise suspicion sympathy temptation tendency tension tolerance tradition
transparency treatment trouble trust uncertainty understanding unity urgency usefulness value variety victory violence virtue
warning weakness wealth welfare willingness wisdom wonder`)

export const verbs =
  list(`accept accuse adjust admire admit adopt advise afford allow announce answer appoint approve argue arrange
assemble assess attract avoid balance blame block borrow calculate cancel celebrate challenge claim clean close collect comfort
compare complete conceal concern confirm connect consider consult contradict contribute control count criticise cross damage decide
defend delay deliver demand deny describe deserve design destroy develop discover discuss dismiss distribute divide double doubt
earn educate employ encourage endorse enforce enlarge ensure enter establish estimate evaluate examine exceed exchange exclude
excuse expand expect explain explore export expose express extend finance finish follow forecast frustrate fulfil furnish gather
govern guarantee guard handle harvest help hinder hire honour ignore illustrate imagine import impose improve include increase
influence inform inherit inspect install insure interpret interrupt introduce invent invest investigate invite issue join judge
justify launch limit list load manage measure mention modernise monitor move negotiate notice number obey object oblige observe
obtain occupy offer open operate oppose order organise outline overlook paint pardon penalise persuade photograph plan plant
postpone praise predict prefer prepare present preserve prevent print privatise process produce prohibit promise promote propose
protect prove provide publish punish purchase question reach realise rebuild receive recommend reconsider record recover recruit
reduce refuse regret regulate reinforce reject release rely remember remind remove renew rent repair repeat replace report
represent request require rescue research resemble reserve resist resolve respect restore restrict retain retire return reveal
reverse review revise reward ruin sample satisfy save schedule seal separate serve settle share shelter shorten signal simplify
solve sponsor stretch strengthen study submit substitute suffer suggest supervise supply support surprise surround survey suspect
suspend sustain tackle target tolerate train transfer transform translate transport treat trust undermine unify update urge
value visit wait warn waste welcome widen withstand witness worry`)

export const qualities =
  list(`absent abstract accurate actual additional adequate ambitious ancient annual anxious apparent
appropriate arbitrary available average awkward basic bitter blunt brief bright broad broken busy calm capable careful casual
cautious central cheap cheerful circular civil clear clever clumsy cold collective comfortable commercial common compact
comparable competent complete complex compulsory considerable consistent conspicuous constant contemporary continuous conventional
convincing corporate correct costly crucial crude curious current dangerous decent deep defensive deliberate delicate dense
desperate detailed different difficult digital direct distant distinct domestic double doubtful dramatic dry durable dusty eager
early eastern economical effective efficient elaborate elderly electric elegant eloquent empty enormous entire equal essential
eventual evident exact excellent exclusive expensive experimental explicit extensive external extraordinary faint fair faithful
familiar famous federal fertile financial firm flat flexible foreign formal former fortunate fragile frequent fresh friendly
frozen fruitful full fundamental generous gentle genuine gradual grateful grave great green half-finished handsome harmless harsh
heavy hesitant hidden historic hollow honest hostile huge humble identical idle illegal immediate imminent immense impatient
imperfect implicit important impossible impressive improbable inadequate incomplete inconvenient incredible independent indirect
individual industrial inevitable informal initial innocent innovative instant intact intense interim internal international
invisible irregular isolated joint judicial keen large late lasting lawful legal legitimate lengthy level liberal light likely
literal little local logical long long-term lonely loose loud loyal lucky magnificent main major marginal maritime mature mean
mechanical medical medieval mild military minor misleading mixed mobile moderate modern modest moral multiple municipal muddy
mutual narrow national natural necessary negative neighbouring nervous neutral noble noisy normal northern notable notorious
numerous objective obscure obvious occasional odd official old only open ordinary original overdue painful parallel partial
particular passive peaceful peculiar permanent persistent personal pessimistic plain plausible pleasant plentiful polite political
poor popular portable positive possible powerful practical precarious precious precise predictable preliminary premature present
previous primary private probable productive professional profitable prominent proper prosperous proud provincial provisional
public punctual quiet radical random rapid rare rational raw ready real reasonable recent reckless regional regular relative
relevant reliable reluctant remarkable remote repeated representative residential respective responsible restless rich rigid
risky rival robust rough round routine royal rude rural sacred sad safe scarce scattered scientific seasonal second-hand secret
secure sensible sensitive separate serious severe shallow sharp short short-lived significant silent similar simple sincere
single skilful sleepy slight slow small smooth sober social soft solemn solid southern spacious spare special specific splendid
spontaneous stable standard steady steep stiff straight strange strategic strict striking stubborn substantial subtle successful
sudden sufficient suitable superfluous surplus suspicious swift sympathetic systematic technical temporary tender territorial
thick thin thorough tidy tight timid tiny tired traditional transparent tropical typical ugly ultimate unanimous uncertain
uncomfortable underground unequal unexpected uniform unique universal unknown unlikely unofficial unpopular unprecedented
unusual urban urgent useful useless vacant vague valid valuable various vast vertical viable vigorous violent visible vital
voluntary vulnerable warm watchful weak weary western wet whole wide widespread wild willing wise wooden worthless yearly young`)

export const connecting =
  list(`meanwhile however therefore moreover nevertheless afterwards otherwise instead besides still
consequently elsewhere furthermore nonetheless`)

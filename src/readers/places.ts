/** Cities and lands from which correspondents report, and that nobody is called. */
const places = new Set(
  [
    'Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Albany|Algiers|Almaty|Amman|Amsterdam|Ankara|Antwerp|Athens|Atlanta|Auckland',
    'Baghdad|Baku|Bamako|Bangkok|Barcelona|Basel|Beijing|Beirut|Belfast|Belgrade|Berlin|Bern|Bogotá|Bogota|Bonn|Boston|Brasília',
    'Bratislava|Brisbane|Bristol|Brussels|Brüssel|Bruxelles|Bucharest|Budapest|Buenos Aires|Cairo|Calgary|Canberra|Cape Town',
    'Caracas|Cardiff|Chennai|Chicago|Cologne|Colombo|Copenhagen|Dakar|Dallas|Damascus|Delhi|Denver|Detroit|Dhaka|Doha|Dubai|Dublin',
    'Düsseldorf|Edinburgh|Frankfurt|Geneva|Genève|Genf|Glasgow|Hamburg|Hanoi|Harare|Havana|Helsinki|Ho Chi Minh City|Hong Kong',
    'Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Kampala|Karachi|Kathmandu|Khartoum|Kiev|Kigali|Kinshasa|Köln|Kuala Lumpur',
    'Kuwait City|Kyiv|La Paz|Lagos|Las Vegas|Leipzig|Lima|Lisbon|Liverpool|Ljubljana|London|Londres|Los Angeles|Luxembourg|Lyon',
    'Madrid|Manchester|Manila|Marseille|Melbourne|Mexico City|Miami|Milan|Minsk|Mogadishu|Montreal|Montréal|Moscow|Moskau|Mumbai',
    'Munich|München|Nairobi|New Delhi|New York|New York City|Nicosia|Oslo|Ottawa|Panama City|Philadelphia|Phnom Penh|Prague|Prag',
    'Pretoria|Pyongyang|Quito|Rabat|Ramallah|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rom|Rome|Rotterdam|San Francisco|San José|San Salvador',
    'San Juan|Sanaa|Santo Domingo|Sarajevo|São Paulo|Sao Paulo|Seattle|Seoul|Shanghai|Singapore|Skopje|Sofia|St. Petersburg|Stockholm',
    'Strasbourg|Stuttgart|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|The Hague|Den Haag|Tokyo|Toronto|Tripoli',
    'Tunis|Ulaanbaatar|Vancouver|Venice|Vienna|Wien|Vilnius|Warsaw|Warschau|Washington|Washington DC|Washington D.C.|Wellington',
    'Yangon|Yerevan|Zagreb|Zurich|Zürich|United States|United Kingdom|United Arab Emirates|Saudi Arabia|South Africa|South Korea',
    'North Korea|New Zealand|Sri Lanka|Costa Rica|Hongkong|Neu-Delhi|Kapstadt|Kairo|Peking|Athen|Mexiko-Stadt|Tel Aviv-Jaffa',
  ].flatMap(line => line.split('|')),
)

/** Returns whether words are a place that bylines name. */
export const isPlace = (words: string): boolean => places.has(words)

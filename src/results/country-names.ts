// Gives countries their English names in reports.

const names: Readonly<Record<string, string>> = {
  AFG: 'Afghanistan',
  ARE: 'the United Arab Emirates',
  ARM: 'Armenia',
  AZE: 'Azerbaijan',
  BGD: 'Bangladesh',
  BGR: 'Bulgaria',
  BLR: 'Belarus',
  CHN: 'China',
  DEU: 'Germany',
  EGY: 'Egypt',
  GEO: 'Georgia',
  IND: 'India',
  IRN: 'Iran',
  IRQ: 'Iraq',
  ITA: 'Italy',
  JPN: 'Japan',
  KAZ: 'Kazakhstan',
  KGZ: 'Kyrgyzstan',
  KOR: 'South Korea',
  LTU: 'Lithuania',
  LVA: 'Latvia',
  MNG: 'Mongolia',
  NLD: 'the Netherlands',
  OMN: 'Oman',
  PAK: 'Pakistan',
  POL: 'Poland',
  ROU: 'Romania',
  RUS: 'Russia',
  SAU: 'Saudi Arabia',
  SYR: 'Syria',
  TJK: 'Tajikistan',
  TKM: 'Turkmenistan',
  TUR: 'Turkey',
  UKR: 'Ukraine',
  UZB: 'Uzbekistan',
};

/** The name of a country by its ISO 3166-1 alpha-3 code; the code itself for countries far from the corridors. */
export function countryName(code: string): string {
  return names[code] ?? code;
}

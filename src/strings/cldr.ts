/**
 * Locales by their quotation marks: opening and closing, then those within them. What is not listed has the marks of
 * its language, or else “ ” ‘ ’. Made by `npm run quotation-marks` from cldr-misc-full 48.2.0: the delimiters of
 * the Unicode CLDR, © Unicode, Inc., under the licence Unicode-3.0. Not to be edited.
 */
export const localesByMarks: Record<string, string> = {
  '„ ” ‚ ’': 'agq ff',
  '« » ‹ ›': 'am az-Arab az-Cyrl fa fr-CH gsw jgo kkj mzn rm sdh wae',
  '” “ ’ ‘': 'ar lld ms-Arab syr ur',
  '« » “ ”':
    'ast blo bm br ca cv dyo el es-US eu ewo ie it kab kk lij mg mua nnh pms pt-AO pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL sc sg ti',
  '« » „ “': 'bas be bua ky os ru sah tyv uk',
  '„ “ „ “': 'bg lt prg sgs',
  '“ ” ‘ ’': 'bm-Nkoo ff-Adlm uz-Arab uz-Cyrl',
  '„ ” ‘ ’': 'bs',
  '„ “ ‚ ‘': 'bs-Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl',
  '« » ‘ ’': 'dua el-polyton ksf nb nn no rw',
  '“ ” « »': 'eo',
  '” ” ’ ’': 'fi he lag rn se sn sv yi',
  '« » « »': 'fr ht hy oc yav',
  '« » ” “': 'fr-CA',
  '‘ ’ “ ”': 'fur ia ti-ER tn',
  '„ ” » «': 'hu szl',
  '「 」 『 』': 'ja yue zh-Hant',
  '„ “ « »': 'ka',
  '» « › ‹': 'kk-Arab ug',
  '‘ ’ ‘ ’': 'nl',
  '„ ” « »': 'nmg pl ro',
  '« » „ ”': 'shi zgh',
  '„ ” ’ ’': 'sr',
  '“ ’ “ ”': 'st',
  '“ ” “ ”': 'tk',
  '“ ” ’ ‘': 'uz',
};

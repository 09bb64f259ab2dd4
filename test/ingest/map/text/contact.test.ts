import { describe, expect, it } from 'vitest';
import { readContact } from '../../../../src/ingest/map/text/contact.ts';
import { readReport } from './support.ts';

const read = (text: string) => readContact([{ text, place: { line: 7 } }]);

describe('whom to ask', () => {
  it('reads a full sentence', () => {
    const text =
      '如对本报告有疑问，请与青禾县水利局办公室联系（地址：青禾县学府街21号，邮编：009999，电话：0100-6000217，传真：0100-6000218，电子邮箱：slj@qinghe.example）。';
    expect(read(`本报告所列数据属实。${text}`)).toEqual({
      text,
      place: { line: 7 },
      office: '青禾县水利局办公室',
      address: '青禾县学府街21号',
      postcode: '009999',
      phone: '0100-6000217',
      fax: '0100-6000218',
      email: 'slj@qinghe.example',
    });
  });

  it.each([
    ['联系电话：0999-5027300。', '0999-5027300'],
    ['电话：（0378）2345678转801，邮编：475000', '（0378）2345678转801'],
    ['联系方式：13900000000', '13900000000'],
    ['电话:0100 6000217', '0100 6000217'],
    ['咨询电话 6000217', '6000217'],
    ['电话：0100—6000217、6000218', '0100—6000217、6000218'],
    ['联系电话为01006000217。', '01006000217'],
    ['热线12345，联系电话：0100-6000001', '0100-6000001'],
  ])('%s', (text, phone) => {
    expect(read(text)?.phone).toBe(phone);
  });

  it.each([
    '联系电话：0320-\n3607941，电子邮箱：gk@qinghe.example。',
    '请与办公室联系（邮编：009999，电话：0320-\n3607941）。',
  ])('joins a number that the end of the line cut', (text) => {
    const { contact } = readReport(
      `青禾县水利局2023年政府信息公开工作年度报告\n${text}\n一、总体情况\n认真做好工作。`,
    );
    expect(contact?.phone).toBe('0320-3607941');
  });

  it('takes an address without brackets', () => {
    expect(read('地址：青禾县水利大厦3楼；联系电话：0100-6000217')?.address).toBe('青禾县水利大厦3楼');
  });

  it('reads the web site', () => {
    expect(
      read('电子版可在青禾县人民政府网站（http://www.qinghe.example/zwgk）下载，联系电话：0100-6000217。')
        ?.website,
    ).toBe('http://www.qinghe.example/zwgk');
  });

  it('is no passage that only speaks of telephones', () => {
    expect(read('采用接待来访、电子信箱、传真电话等方式公开。')).toBeNull();
  });
});

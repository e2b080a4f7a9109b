package com.crmres.server.assistant.desk;

import com.crmres.server.menu.Menu;

/// All that the desk can say to one customer.
record Phrasebook(
    Voice voice, Facts facts, Names names, MenuCard menu, CartCard cart, Questions questions) {

  static Phrasebook of(Menu offered, Counter counter, Voice voice) {
    Facts facts = new Facts(counter.branches(), counter.now(), voice);
    Names names = new Names(offered, facts, voice);
    MenuCard menu = new MenuCard(offered, voice);
    return new Phrasebook(
        voice,
        facts,
        names,
        menu,
        new CartCard(names, voice),
        new Questions(offered, menu, facts, voice));
  }
}

package com.crmres.server.kitchen.book;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PaperKind;

/// A ticket that shall be on paper, and why.
public record Paper(PaperKind kind, KitchenTicket ticket) {}

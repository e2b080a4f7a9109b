/// What each station makes of an order, and how it may move: without any table.
@NullMarked
package com.crmres.server.kitchen.ticket;

import org.jspecify.annotations.NullMarked;

/// What an operator does by hand with deliveries set aside and messages that are stuck.
@NullMarked
package com.crmres.server.whatsapp.operator;

import org.jspecify.annotations.NullMarked;

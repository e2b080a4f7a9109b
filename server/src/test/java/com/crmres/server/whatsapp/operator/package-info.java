/// What operators do by hand, over real HTTP.
@NullMarked
package com.crmres.server.whatsapp.operator;

import org.jspecify.annotations.NullMarked;

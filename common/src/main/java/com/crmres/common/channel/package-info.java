/// What crosses the wire about the WhatsApp channel itself.
@NullMarked
package com.crmres.common.channel;

import org.jspecify.annotations.NullMarked;

/// The doctor before a hand-written WhatsApp with each fault.
@NullMarked
package com.crmres.server.doctor;

import org.jspecify.annotations.NullMarked;

/// The WhatsApp numbers of all restaurants.
@NullMarked
package com.crmres.server.whatsapp.number;

import org.jspecify.annotations.NullMarked;

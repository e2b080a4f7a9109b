/// Message templates: what WhatsApp has of them, how they are made, filled and refused.
@NullMarked
package com.crmres.server.whatsapp.template;

import org.jspecify.annotations.NullMarked;

/// How options are wanted: "extra cheese", "light ice", "no onion", "half this and half that".
@NullMarked
package com.crmres.server.assistant.form;

import org.jspecify.annotations.NullMarked;

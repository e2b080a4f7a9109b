/// What a text is about, how its writer feels and which dialect it is in, told by small linear
/// models trained at build time. Pure; knows labels as text only.
@NullMarked
package com.crmres.server.language.classifier;

import org.jspecify.annotations.NullMarked;

/** Export and import as JSON. */
package com.example.stranger.json;
